import type { Catalog, CatalogObject } from '../../src/catalog/catalog.ts'
import { pathOf } from '../../src/catalog/identify.ts'
import { type CatalogIndex, indexCatalog } from '../../src/catalog/index-catalog.ts'
import type { ObjectId } from '../../src/catalog/object.ts'
import type { Planning } from '../../src/pipeline.ts'
import type { Database } from '../../src/postgres/database.ts'
import { quoteIdentifier, quoteQualified } from '../../src/sql/quote.ts'

/** Rows as text, sorted, by table. */
export type TableRows = Readonly<Record<string, readonly string[]>>

/**
 * The rows that both sides have room for: tables and columns on both, under whatever name, values as text, so that
 * they can be compared over a change of type.
 * @param changing tables, or columns, whose values are meant to change
 */
export function keptRows(from: Catalog, { desired, renames }: Planning, changing: readonly string[]) {
  const fromIndex = indexCatalog(from)
  const toIndex = indexCatalog(desired.catalog)
  const newNames = new Map(renames.map(({ object, to }) => [object, to]))
  const newPath = ({ id, schema, name }: CatalogObject) =>
    quoteQualified(schema ?? '', newNames.get(id) ?? name)
  const shared = [...from.objects.values()].flatMap((table) => {
    if (table.kind !== 'table' || changing.includes(pathOf(table.id))) return []
    const name = newPath(table)
    const wanted = toIndex.get(`table:${name}`)
    if (wanted?.kind !== 'table' || isPartOfOtherBounds([table, fromIndex], [wanted, toIndex])) return []
    const columns = fromIndex.partsOfKind(table.id, 'column').flatMap((column) => {
      const newName = newNames.get(column.id) ?? column.name
      const after = toIndex.partsOfKind(wanted.id, 'column').find((other) => other.name === newName)
      const isKept =
        after &&
        !column.attributes.generated &&
        !after.attributes.generated &&
        !changing.includes(pathOf(column.id))
      return isKept ? [{ before: quoteIdentifier(column.name), after: quoteIdentifier(newName) }] : []
    })
    // rows of children are theirs, but those of partitions are the partitioned table's, unless they are elsewhere
    const isPartitioned = table.attributes.partitionKey || wanted.attributes.partitionKey
    const isElsewhere =
      hasForeignChild(table.id, fromIndex) ||
      hasForeignChild(wanted.id, toIndex) ||
      losesChild([table.id, fromIndex], [wanted.id, toIndex]) ||
      losesChild([wanted.id, toIndex], [table.id, fromIndex]) ||
      (table.attributes.partitionKey === wanted.attributes.partitionKey &&
        dropsChild(table.id, fromIndex, (child) => toIndex.has(`table:${newPath(child)}`)))
    const only = isPartitioned && !isElsewhere ? '' : 'ONLY '
    return [{ before: only + pathOf(table.id), after: only + name, columns }]
  })
  const read = (side: 'before' | 'after') => async (database: Database) => {
    const rows: Record<string, readonly string[]> = {}
    for (const table of shared) {
      const list = table.columns.map((column) => `${column[side]}::text`).join(', ')
      const [result] = await database.query(`SELECT ROW(${list})::text FROM ${table[side]}`)
      rows[table.before] = (result?.rows ?? []).map(([row]) => row ?? '').toSorted()
    }
    return rows
  }
  return { before: read('before'), after: read('after') }
}

type Side = readonly [table: CatalogObject, index: CatalogIndex]

/** A partition of the same tree on both sides, though for other rows of it. */
function isPartOfOtherBounds(before: Side, after: Side): boolean {
  const [old, wanted] = [rulesOf(before), rulesOf(after)]
  return old.length > 0 && wanted.length > 0 && old.join() !== wanted.join()
}

/** The bounds of a partition and the keys that they are of, up to the whole tree. */
function rulesOf([table, index]: Side): string[] {
  if (table.kind !== 'table' || !table.attributes.partitionOf) return []
  const parent = index.get(table.attributes.partitionOf)
  if (parent?.kind !== 'table') return []
  const { partitionKey } = parent.attributes
  return [`${table.attributes.partitionBound} ${partitionKey}`, ...rulesOf([parent, index])]
}

function hasForeignChild(table: ObjectId, index: CatalogIndex): boolean {
  return index
    .childrenOf(table)
    .some((child) => child.kind === 'foreign-table' || hasForeignChild(child.id, index))
}

/** Whether a partition goes, with its rows. */
function dropsChild(table: ObjectId, index: CatalogIndex, stays: (child: CatalogObject) => boolean): boolean {
  return index.childrenOf(table).some((child) => !stays(child) || dropsChild(child.id, index, stays))
}

/** Whether a partition, with its rows, is a table of its own on the other side. */
function losesChild(
  [table, index]: readonly [ObjectId, CatalogIndex],
  [other, otherIndex]: readonly [ObjectId, CatalogIndex],
): boolean {
  const kept = new Set(otherIndex.childrenOf(other).map(({ id }) => id))
  return index.childrenOf(table).some(({ id }) => otherIndex.has(id) && !kept.has(id))
}
