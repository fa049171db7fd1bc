import { partId } from '../../catalog/identify.ts'
import type { EnabledState } from '../../catalog/relations.ts'
import { catalogs } from './address.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import type { Reader } from './reader.ts'

type Row = readonly [
  relation: number,
  name: string,
  original: number,
  enabled: EnabledState,
  usual: EnabledState,
]

/** The copies of triggers on partitions come by themselves; only a state of their own says something. */
export const triggerStates: Reader<Row> = {
  name: 'states of triggers on partitions',
  rows: () => `
    WITH RECURSIVE copies AS (
      SELECT g.oid, g.tgrelid, g.tgname, g.tgenabled, root.oid AS original, root.tgenabled AS usual
      FROM pg_trigger g JOIN pg_trigger root ON root.oid = g.tgparentid
      WHERE root.tgparentid = 0 AND NOT root.tgisinternal
      UNION ALL
      SELECT g.oid, g.tgrelid, g.tgname, g.tgenabled, copies.original, copies.usual
      FROM pg_trigger g JOIN copies ON copies.oid = g.tgparentid)
    SELECT json_build_array(g.tgrelid::int8, g.tgname, g.original::int8, g.tgenabled, g.usual)
    FROM copies g JOIN pg_class c ON c.oid = g.tgrelid
    WHERE g.tgenabled <> g.usual AND ${inManagedSchema('c.relnamespace')} AND ${isUsers('pg_class', 'c.oid')}`,
  register() {},
  *build(rows, { addresses }) {
    for (const [relation, name, originalOid, enabled, usual] of rows) {
      const table = addresses.find(catalogs.class, relation)
      const original = addresses.find(catalogs.trigger, originalOid)
      if (!table || !original) continue
      yield {
        id: partId('trigger-state', table, name),
        kind: 'trigger-state',
        schema: null,
        name,
        parent: table,
        needs: [table, original],
        comment: null,
        owner: null,
        grants: null,
        attributes: { enabled },
        facts: { usual },
      }
    }
  },
}
