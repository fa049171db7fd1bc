import { quoteIdentifier } from '../../sql/quote.ts'
import { catalogs } from './address.ts'
import type { Reader } from './reader.ts'
import { connectionAsHex, ofThisDatabase, subscriptionOptions } from './subscription-cells.ts'

type Row = readonly [
  oid: number,
  name: string,
  owner: string,
  connection: string | null,
  publications: readonly string[],
  slot: string | null,
  enabled: boolean,
  options: readonly string[],
]

export const subscriptions: Reader<Row> = {
  name: 'subscriptions',
  rows: (version) => `
    SELECT json_build_array(s.oid::int8, s.subname, pg_get_userbyid(s.subowner), ${connectionAsHex('s')},
      to_json(s.subpublications), s.subslotname, s.subenabled,
      to_json(array_remove(ARRAY[${subscriptionOptions('s', version).join(', ')}], NULL)))
    FROM pg_subscription s
    WHERE ${ofThisDatabase('s')}`,
  register(rows, { addresses }) {
    for (const [oid, name] of rows)
      addresses.register(catalogs.subscription, oid, `subscription:${quoteIdentifier(name)}`)
  },
  *build(rows, context) {
    for (const [oid, name, owner, connection, publications, slot, enabled, options] of rows) {
      const id = `subscription:${quoteIdentifier(name)}`
      if (connection === null) context.unmodelled(`connection of subscription ${quoteIdentifier(name)}`)
      yield {
        id,
        kind: 'subscription',
        schema: null,
        name,
        parent: null,
        needs: [],
        comment: context.comment(catalogs.subscription, oid),
        owner,
        grants: null,
        attributes: {
          connection: connection && context.conceal(id, Buffer.from(connection, 'hex').toString()),
          publications,
          slot,
          enabled,
          options,
        },
        facts: {},
      }
    }
  },
}
