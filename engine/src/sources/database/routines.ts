import type { CatalogObject } from '../../catalog/catalog.ts'
import { schemaId } from '../../catalog/identify.ts'
import { quoteQualified } from '../../sql/quote.ts'
import { catalogs } from './address.ts'
import { aggregateDefinition } from './aggregate-definition.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import { present } from './present.ts'
import type { Grants, Reader, ReadingContext } from './reader.ts'
import { withoutParkedColumns } from './without-parked-columns.ts'

type Row = readonly [
  oid: number,
  schema: number,
  name: string,
  kind: 'f' | 'p' | 'w' | 'a',
  owner: string,
  grants: Grants,
  types: string,
  identityArguments: string,
  result: string,
  defaults: number,
  definition: string | null,
]

/** Functions, procedures, window functions and aggregates; known by name and parameter types. */
export const routines: Reader<Row> = {
  name: 'routines',
  rows: () => `
    SELECT json_build_array(p.oid::int8, p.pronamespace::int8, p.proname, p.prokind, pg_get_userbyid(p.proowner),
      to_json(p.proacl::text[]), oidvectortypes(p.proargtypes), pg_get_function_identity_arguments(p.oid),
      coalesce(pg_get_function_result(p.oid), ''), p.pronargdefaults,
      CASE WHEN p.prokind = 'a' THEN (${aggregateDefinition('p')}) ELSE pg_get_functiondef(p.oid) END)
    FROM pg_proc p
    WHERE ${inManagedSchema('p.pronamespace')} AND ${isUsers('pg_proc', 'p.oid')}
      AND NOT EXISTS (SELECT FROM pg_depend m
        WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid AND m.deptype = 'i')`,
  register(rows, context) {
    for (const row of rows) context.addresses.register(catalogs.proc, row[0], routineId(row, context))
  },
  *build(rows, context) {
    for (const row of rows) yield build(row, context)
  },
}

function routineId(row: Row, context: ReadingContext): string {
  return `${row[3] === 'a' ? 'aggregate' : 'function'}:${quoteQualified(context.schemaName(row[1]), row[2])}(${row[6]})`
}

function build(row: Row, context: ReadingContext): CatalogObject {
  const [oid, schemaOid, name, kind, owner, grants, , identityArguments, result, defaults, definition] = row
  const schema = context.schemaName(schemaOid)
  const base = {
    id: routineId(row, context),
    schema,
    name,
    parent: schemaId(schema),
    needs: [schemaId(schema), ...context.needs(catalogs.proc, oid)],
    comment: context.comment(catalogs.proc, oid),
    owner,
    grants,
    facts: { identityArguments },
  }
  switch (kind) {
    case 'a':
      return { ...base, kind: 'aggregate', attributes: { definition: present(definition) } }
    case 'f':
    case 'p':
    case 'w': {
      const routine = ({ f: 'function', p: 'procedure', w: 'window' } as const)[kind]
      return {
        ...base,
        kind: 'function',
        attributes: {
          routine,
          definition: withoutParkedColumns(present(definition).trimEnd()),
          result,
          defaults,
        },
      }
    }
  }
}
