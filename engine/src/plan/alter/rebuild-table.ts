import type { CatalogObject } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject, TableObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { createObjects } from '../create-objects.ts'
import type { Alteration, AlterationOf } from './alteration.ts'
import { convertValue } from './convert-value.ts'
import { attachedId } from './table-ties.ts'

const asideSchema = 'trueup_moved'

/**
 * A table that becomes partitioned, stops being it, or is partitioned by something else, is another table to
 * PostgreSQL. The old one moves with its partitions to a schema of its own, indexes and all, so that names do not
 * collide; the new one is made, rows and sequence positions are copied, and the old one goes: in one transaction.
 * Keys, triggers and whatever else looks at rows are made when the rows are there.
 */
export function rebuildTable({ from, to, fromIndex, toIndex, values }: AlterationOf<'table'>): Alteration {
  const newTree = treeOf(to, toIndex).filter(({ id }) => !isElsewhere(id, from.id, fromIndex))
  const oldTree = treeOf(from, fromIndex).filter(({ id }) => !isElsewhere(id, to.id, toIndex))
  const oldIds = oldTree.flatMap(({ id }) => [id, ...allParts(id, fromIndex)])
  const newIds = newTree.flatMap(({ id }) => [id, ...allParts(id, toIndex)])
  const serials = oldIds.flatMap((id) => fromIndex.sequencesOf(id))
  const lost = serials.filter(({ id }) => !toIndex.has(id)).map(({ id }) => id)
  const kept = serials.filter(({ id }) => toIndex.has(id))
  const moved = `moved:${from.id}`
  const copied = copiedId(to.id)
  const created = createObjects(new Set(newIds), toIndex)
  const columns = sharedColumns(from, to, fromIndex, toIndex)
  const old = `${asideSchema}.${quoteIdentifier(from.name)}`
  const joined = toIndex.childrenOf(to.id).map(({ id }) => attachedId(id))
  const actions: Action[] = [
    action('alter', from.id, `CREATE SCHEMA IF NOT EXISTS ${asideSchema}`, {
      makes: [`schema:${asideSchema}`],
    }),
    ...kept.map(({ id }) =>
      action('alter', id, `ALTER SEQUENCE ${pathOf(id)} OWNED BY NONE`, { makes: [`kept:${from.id}`] }),
    ),
    ...oldTree.map((table) =>
      action('alter', table.id, `ALTER TABLE ${pathOf(table.id)} SET SCHEMA ${asideSchema}`, {
        needs: [`schema:${asideSchema}`, `kept:${from.id}`],
        removes: [
          table.id,
          ...allParts(table.id, fromIndex).filter((id) => !isStatistics(id)),
          ...(table.id === from.id ? lost : []),
        ],
        makes: [moved],
      }),
    ),
    ...oldIds.filter(isStatistics).map((id) => dropStatistics(id, `kept:${from.id}`)),
    ...created.map((each) => ({ ...each, needs: [...each.needs, moved] })),
    copyRows(
      columns,
      old,
      to,
      (before, after) => values.using(after.id) ?? convertValue(before, after, fromIndex, toIndex),
      {
        needs: [...newTree.map(({ id }) => id), ...joined, moved],
        makes: [copied],
      },
    ),
    ...columns.flatMap(({ after, before }) => sequencePosition(before, after, old, copied)),
    ...kept.flatMap((sequence) => ownedAgain(toIndex.get(sequence.id))),
    action('drop', from.id, `DROP TABLE ${old} CASCADE`, {
      needs: [copied, ...columns.map(({ after }) => `position:${after.id}`)],
      makes: [`gone:${from.id}`],
      frees: [...new Set(oldIds.flatMap((id) => fromIndex.get(id)?.needs ?? []))].filter(
        (id) => !oldIds.includes(id),
      ),
    }),
    action('drop', from.id, `DROP SCHEMA IF EXISTS ${asideSchema}`, { needs: [`gone:${from.id}`] }),
  ]
  return {
    kind: 'in-place',
    actions,
    replaces: { old: [...oldIds, ...lost], made: newIds },
    pushesAside: ({ id, kind }) => kind !== 'table' && kind !== 'sequence' && !oldIds.includes(id),
  }
}

/** They do not move with their table, and their names may be wanted. */
function dropStatistics(id: ObjectId, done: string): Action {
  return action('drop', id, `DROP STATISTICS ${pathOf(id)}`, { removes: [id], makes: [`gone:${id}`, done] })
}

function isStatistics(id: ObjectId): boolean {
  return id.startsWith('statistics:')
}

/** Made once the rows are there. */
export function copiedId(table: ObjectId): string {
  return `copied:${table}`
}

function treeOf(table: TableObject, index: CatalogIndex): TableObject[] {
  const partitions = index
    .childrenOf(table.id)
    .filter(
      (child): child is TableObject => child.kind === 'table' && child.attributes.partitionOf === table.id,
    )
  return [table, ...partitions.flatMap((partition) => treeOf(partition, index))]
}

/** On the other side it is there, but not in this tree: it leaves or joins, and keeps its rows. */
function isElsewhere(table: ObjectId, root: ObjectId, index: CatalogIndex): boolean {
  const there = index.get(table)
  return there?.kind === 'table' && rootOf(there, index) !== root
}

function rootOf(table: TableObject, index: CatalogIndex): ObjectId {
  const parent = index.get(table.attributes.partitionOf ?? '')
  return parent?.kind === 'table' ? rootOf(parent, index) : table.id
}

interface SharedColumn {
  readonly before: ColumnObject
  readonly after: ColumnObject
}

function sharedColumns(
  from: TableObject,
  to: TableObject,
  fromIndex: CatalogIndex,
  toIndex: CatalogIndex,
): SharedColumn[] {
  const before = new Map(fromIndex.partsOfKind(from.id, 'column').map((column) => [column.name, column]))
  return toIndex.partsOfKind(to.id, 'column').flatMap((after) => {
    const known = before.get(after.name)
    return known && after.attributes.generated === null ? [{ before: known, after }] : []
  })
}

function allParts(id: ObjectId, index: CatalogIndex): ObjectId[] {
  return index.partsOf(id).flatMap((part: CatalogObject) => [part.id, ...allParts(part.id, index)])
}

function copyRows(
  columns: readonly SharedColumn[],
  old: string,
  to: TableObject,
  convert: (before: ColumnObject, after: ColumnObject) => string | undefined,
  effects: Pick<Action, 'needs' | 'makes'>,
): Action {
  const names = columns.map(({ after }) => quoteIdentifier(after.name)).join(', ')
  const cells = columns.map(({ before, after }) => {
    const isSame = before.attributes.type === after.attributes.type && !before.needs.some(isOwnType)
    return (isSame ? undefined : convert(before, after)) ?? quoteIdentifier(before.name)
  })
  const sql = `INSERT INTO ${pathOf(to.id)} (${names}) OVERRIDING SYSTEM VALUE\n  SELECT ${cells.join(', ')} FROM ${old}`
  return action('alter', to.id, sql, effects)
}

/** One that may be made anew at the same time. */
function isOwnType(id: ObjectId): boolean {
  return /^(?:enum|domain|composite|range):/.test(id)
}

/** An identity goes on where the old one was; where there was none, after the greatest value. */
function sequencePosition(before: ColumnObject, after: ColumnObject, old: string, copied: string): Action[] {
  if (!after.attributes.identity) return []
  const [table, column] = [pathOf(after.parent ?? ''), quoteIdentifier(after.name)]
  const { identity } = before.attributes
  const position = identity
    ? `last_value, is_called) FROM ${asideSchema}.${quoteIdentifier(identity.sequenceName)}`
    : `coalesce(max(${column})::bigint, 1), max(${column}) IS NOT NULL) FROM ${old}`
  const sql = `SELECT setval(pg_get_serial_sequence(${quoteLiteral(table)}, ${quoteLiteral(after.name)}), ${position}`
  return [action('alter', after.id, sql, { needs: [copied], makes: [`position:${after.id}`] })]
}

function ownedAgain(sequence: CatalogObject | undefined): Action[] {
  if (sequence?.kind !== 'sequence' || !sequence.attributes.ownedBy) return []
  const { ownedBy } = sequence.attributes
  const sql = `ALTER SEQUENCE ${pathOf(sequence.id)} OWNED BY ${pathOf(ownedBy)}`
  return [action('alter', sequence.id, sql, { needs: [ownedBy] })]
}
