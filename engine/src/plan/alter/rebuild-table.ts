import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject, TableObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { createObjects } from '../create-objects.ts'
import type { Alteration, AlterationOf } from './alteration.ts'

const asideSchema = 'trueup_moved'

/**
 * A table that becomes partitioned, or stops being it, is another table to PostgreSQL. The old one moves to a schema
 * of its own with all its indexes (so names do not collide), the new one is made with its parts, rows and sequence
 * positions are copied, and the old one goes: all in one transaction.
 */
export function rebuildTable({ from, to, fromIndex, toIndex }: AlterationOf<'table'>): Alteration {
  const moved = `moved:${from.id}`
  const copied = `copied:${from.id}`
  const old = `${asideSchema}.${quoteIdentifier(from.name)}`
  const columns = sharedColumns(from, to, fromIndex, toIndex)
  const list = columns.map((column) => quoteIdentifier(column.name)).join(', ')
  const inside = [to.id, ...allParts(to.id, toIndex)].filter(
    (id) => toIndex.get(id)?.kind !== 'table' || id === to.id,
  )
  const made = createObjects(new Set(inside), toIndex)
  const partitions = toIndex.childrenOf(to.id).map((child) => child.id)
  const actions: Action[] = [
    action('alter', from.id, `CREATE SCHEMA IF NOT EXISTS ${asideSchema}`, {
      makes: [`schema:${asideSchema}`],
    }),
    action('alter', from.id, `ALTER TABLE ${pathOf(from.id)} SET SCHEMA ${asideSchema}`, {
      needs: [`schema:${asideSchema}`],
      removes: [from.id, ...allParts(from.id, fromIndex)],
      makes: [moved],
      frees: from.needs,
    }),
    ...made.map((each) => ({ ...each, needs: [...each.needs, moved] })),
    action(
      'alter',
      to.id,
      `INSERT INTO ${pathOf(to.id)} (${list}) OVERRIDING SYSTEM VALUE\n  SELECT ${list} FROM ${old}`,
      {
        needs: [to.id, moved, ...partitions],
        makes: [copied],
      },
    ),
    ...columns.flatMap((column) => sequencePosition(column, old, copied)),
    action('drop', from.id, `DROP TABLE ${old} CASCADE`, {
      needs: [copied, ...columns.map(({ id }) => `position:${id}`)],
      makes: [`gone:${from.id}`],
    }),
    action('drop', from.id, `DROP SCHEMA ${asideSchema}`, { needs: [`gone:${from.id}`] }),
  ]
  return { kind: 'in-place', actions, pushesAside: ({ kind }) => kind !== 'table' && kind !== 'sequence' }
}

function sharedColumns(
  from: TableObject,
  to: TableObject,
  fromIndex: CatalogIndex,
  toIndex: CatalogIndex,
): ColumnObject[] {
  const before = new Set(fromIndex.partsOfKind(from.id, 'column').map((column) => column.name))
  return toIndex
    .partsOfKind(to.id, 'column')
    .filter((column) => before.has(column.name) && column.attributes.generated === null)
}

function allParts(id: ObjectId, index: CatalogIndex): ObjectId[] {
  return index.partsOf(id).flatMap((part) => [part.id, ...allParts(part.id, index)])
}

/** An identity goes on where the old one was. */
function sequencePosition(column: ColumnObject, old: string, copied: ObjectId): Action[] {
  if (!column.attributes.identity) return []
  const table = pathOf(column.parent ?? '')
  const name = quoteLiteral(column.name)
  const sql = `SELECT setval(pg_get_serial_sequence(${quoteLiteral(table)}, ${name}), coalesce(max(${quoteIdentifier(column.name)}), 1), max(${quoteIdentifier(column.name)}) IS NOT NULL) FROM ${old}`
  return [action('alter', column.id, sql, { needs: [copied], makes: [`position:${column.id}`] })]
}
