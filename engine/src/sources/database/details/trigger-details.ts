import { readConstantList } from '../../../sql/constant-list.ts'
import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import { inManagedSchema, isUsers } from '../managed.ts'
import type { TriggerDetails } from './details.ts'
import { type Family, partOf, type RelationCells, readable, relationCells } from './families.ts'

type Row = readonly [
  ...RelationCells,
  name: string,
  type: number,
  columns: readonly string[] | null,
  functionSchema: string,
  functionName: string,
  oldTable: string | null,
  newTable: string | null,
  isConstraint: boolean,
  deferrable: boolean,
  deferred: boolean,
  fromTable: boolean,
  definition: string,
]

export const triggerDetails: Family<Row, TriggerDetails> = {
  rows: () => `
    SELECT json_build_array(${relationCells}, g.tgname, g.tgtype,
      (SELECT json_agg(a.attname ORDER BY u.n) FROM unnest(g.tgattr::int2[]) WITH ORDINALITY AS u (attnum, n)
        JOIN pg_attribute a ON a.attrelid = g.tgrelid AND a.attnum = u.attnum),
      fn.nspname, f.proname, g.tgoldtable, g.tgnewtable, g.tgconstraint <> 0, g.tgdeferrable, g.tginitdeferred,
      g.tgconstrrelid <> 0, ${readable('pg_get_triggerdef(g.oid)', 'pg_get_triggerdef(g.oid, true)')})
    FROM pg_trigger g
    JOIN pg_class c ON c.oid = g.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_proc f ON f.oid = g.tgfoid
    JOIN pg_namespace fn ON fn.oid = f.pronamespace
    WHERE NOT g.tgisinternal AND g.tgparentid = 0 AND ${inManagedSchema('c.relnamespace')}
      AND ${isUsers('pg_class', 'c.oid')}`,
  read(row) {
    const [schema, relation, kind, name, type, columns, functionSchema, functionName, ...rest] = row
    const [oldTable, newTable, isConstraint, deferrable, deferred, fromTable, definition] = rest
    const execute = `EXECUTE FUNCTION ${spelled(functionSchema, functionName)}(`
    const details: TriggerDetails = {
      timing: type & 2 ? 'before' : type & 64 ? 'instead of' : 'after',
      events: events.flatMap(([event, bit]) => (type & bit ? [event] : [])),
      of: columns ?? [],
      forEach: type & 1 ? 'row' : 'statement',
      when: condition(definition, execute),
      function: { schema: functionSchema, name: functionName },
      arguments: argumentsOf(definition, execute),
      oldTable,
      newTable,
      deferrable: isConstraint ? whenChecked(deferrable, deferred) : null,
      fromTable,
    }
    return [[partOf('trigger', [schema, relation, kind], name), details]]
  },
}

/** pg_get_triggerdef leaves the schema out where it is PostgreSQL's own. */
function spelled(schema: string, name: string): string {
  return schema === 'pg_catalog' ? quoteIdentifier(name) : quoteQualified(schema, name)
}

/** pg_trigger.tgtype, src/include/catalog/pg_trigger.h; in the order in which pg_get_triggerdef names them. */
const events = [
  ['insert', 4],
  ['delete', 8],
  ['update', 16],
  ['truncate', 32],
] as const

function whenChecked(deferrable: boolean, deferred: boolean): NonNullable<TriggerDetails['deferrable']> {
  if (!deferrable) return 'not deferrable'
  return deferred ? 'initially deferred' : 'initially immediate'
}

/** PostgreSQL has no function that gives WHEN alone, so what is known on both sides of it is cut off. */
function condition(definition: string, execute: string): string | null {
  const [, before = ''] = / FOR EACH (?:ROW|STATEMENT) (WHEN \()/.exec(definition) ?? []
  if (before === '') return null
  const start = definition.indexOf(before) + before.length
  const end = definition.lastIndexOf(`) ${execute}`)
  return end < start ? null : definition.slice(start, end)
}

function argumentsOf(definition: string, execute: string): string[] {
  const list = definition.slice(definition.lastIndexOf(execute) + execute.length, definition.lastIndexOf(')'))
  return (readConstantList(list) ?? []).map((constant) =>
    'text' in constant ? constant.text : constant.word,
  )
}
