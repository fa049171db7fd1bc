import { partId } from '../../catalog/identify.ts'
import type { EnabledState } from '../../catalog/relations.ts'
import { catalogs } from './address.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import { present } from './present.ts'
import type { Reader } from './reader.ts'
import { withoutParkedColumns } from './without-parked-columns.ts'

type Row = readonly [
  oid: number,
  relation: number,
  name: string,
  definition: string | null,
  enabled: EnabledState,
]

const ofUsersRelation = `${inManagedSchema('c.relnamespace')} AND ${isUsers('pg_class', 'c.oid')}`

/** Triggers that somebody wrote; copies on partitions and those behind foreign keys come by themselves. */
export const triggers: Reader<Row> = {
  name: 'triggers',
  rows: () => `
    SELECT json_build_array(g.oid::int8, g.tgrelid::int8, g.tgname, pg_get_triggerdef(g.oid), g.tgenabled)
    FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
    WHERE NOT g.tgisinternal AND g.tgparentid = 0 AND ${ofUsersRelation}`,
  ...partOfRelation('trigger', catalogs.trigger),
}

export const rules: Reader<Row> = {
  name: 'rules',
  rows: () => `
    SELECT json_build_array(r.oid::int8, r.ev_class::int8, r.rulename, pg_get_ruledef(r.oid), r.ev_enabled)
    FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    WHERE (r.rulename <> '_RETURN' OR c.relkind NOT IN ('v', 'm')) AND ${ofUsersRelation}`,
  ...partOfRelation('rule', catalogs.rewrite),
}

function partOfRelation(kind: 'trigger' | 'rule', catalog: number): Pick<Reader<Row>, 'register' | 'build'> {
  return {
    register(rows, { addresses }) {
      for (const [oid, relation, name] of rows) {
        const owner = addresses.find(catalogs.class, relation)
        if (owner) addresses.register(catalog, oid, partId(kind, owner, name))
      }
    },
    *build(rows, context) {
      for (const [oid, relation, name, definition, enabled] of rows) {
        const parent = context.addresses.find(catalogs.class, relation)
        if (!parent) continue
        yield {
          id: partId(kind, parent, name),
          kind,
          schema: null,
          name,
          parent,
          needs: [parent, ...context.needs(catalog, oid)],
          comment: context.comment(catalog, oid),
          owner: null,
          grants: null,
          attributes: { definition: withoutParkedColumns(present(definition)), enabled },
          facts: {},
        }
      }
    },
  }
}
