import { nameOf, pathOf } from '../../catalog/identify.ts'
import { type CatalogIndex, indexCatalog } from '../../catalog/index-catalog.ts'
import type { ColumnObject, TableObject } from '../../catalog/relations.ts'
import type { Database } from '../../postgres/database.ts'
import { quoteIdentifier, quoteLiteral } from '../../sql/quote.ts'
import { dataPath } from '../format/layout.ts'
import type { Snapshot } from './snapshot.ts'

/** A table as it will be copied. */
export interface TableSource {
  readonly table: string
  readonly schema: string
  readonly name: string
  readonly through: string | null
  readonly columns: readonly string[]
  readonly parts: readonly TablePart[]
}

/** A piece of a table that one session copies into one file. */
export interface TablePart {
  readonly table: string
  readonly path: string
  readonly sql: string
  /** Of the disk, indexes aside: the largest go first. */
  readonly sizeBytes: number
}

/** All tables that hold rows of their own, large ones cut by pages so that several sessions can share them. */
export async function tableSources(
  database: Database,
  { catalog, tables }: Snapshot,
): Promise<TableSource[]> {
  const index = indexCatalog(catalog)
  const holders = tables.filter(({ attributes }) => attributes.partitionKey === null)
  const sizes = await readSizes(database, holders)
  const partBytes = database.profile.otherSessions ? serverPartBytes : embeddedPartBytes
  return holders.map((table, i) => {
    const path = pathOf(table.id)
    const columns = storedColumns(table, index)
    const { sizeBytes, pages } = sizes[i] ?? { sizeBytes: 0, pages: 0 }
    const wanted = canBeCut(table) ? Math.max(1, Math.min(pages, Math.ceil(sizeBytes / partBytes))) : 1
    const parts = Array.from({ length: wanted }, (_, part) => ({
      table: path,
      path: dataPath(path, i + 1, part + 1, wanted),
      sql: copyStatement(path, columns, pageRange(part, wanted, pages)),
      sizeBytes: sizeBytes / wanted,
    }))
    return {
      table: path,
      schema: table.schema ?? '',
      name: table.name,
      through: hashedRoot(table, index),
      columns,
      parts,
    }
  })
}

const serverPartBytes = 128 * 1024 * 1024
/** Copies of an embedded database lie in memory until they are written. */
const embeddedPartBytes = 8 * 1024 * 1024

/** Rows have a place in pages only where the table's access method is PostgreSQL's own. */
function canBeCut({ attributes }: TableObject): boolean {
  return attributes.accessMethod === null
}

async function readSizes(database: Database, tables: readonly TableObject[]) {
  if (tables.length === 0) return []
  const names = tables.map(({ id }, i) => `(${i}, ${quoteLiteral(pathOf(id))}::regclass)`).join(', ')
  const [result] = await database.query(`
    SELECT pg_table_size(t.oid), pg_relation_size(t.oid) / current_setting('block_size')::int
    FROM (VALUES ${names}) AS t (number, oid) ORDER BY t.number`)
  return (result?.rows ?? []).map(([size, pages]) => ({ sizeBytes: Number(size), pages: Number(pages) }))
}

/** Columns whose values are kept, in order; what is computed will be computed again. */
function storedColumns(table: TableObject, index: CatalogIndex): string[] {
  const isStored = ({ attributes }: ColumnObject) => attributes.generated === null
  return index
    .partsOfKind(table.id, 'column')
    .filter(isStored)
    .toSorted((a, b) => a.facts.position - b.facts.position)
    .map(({ id }) => quoteIdentifier(nameOf(id)))
}

/** The last range has no end: rows that came while the sizes were read may lie behind it. */
function pageRange(part: number, parts: number, pages: number): string | undefined {
  if (parts === 1) return undefined
  const page = (number: number) => `'(${Math.floor((pages * number) / parts)},0)'::tid`
  const end = part + 1 < parts ? ` AND ctid < ${page(part + 1)}` : ''
  return `ctid >= ${page(part)}${end}`
}

function copyStatement(table: string, columns: readonly string[], range: string | undefined): string {
  const list = columns.join(', ')
  if (range === undefined && columns.length > 0) return `COPY ${table} (${list}) TO STDOUT`
  return `COPY (SELECT ${list} FROM ONLY ${table}${range ? ` WHERE ${range}` : ''}) TO STDOUT`
}

/** A table partitioned by hash above this one: hashes of some types differ from database to database. */
function hashedRoot(table: TableObject, index: CatalogIndex): string | null {
  const parent = index.get(table.attributes.partitionOf ?? '')
  if (parent?.kind !== 'table') return null
  const isHashed = parent.attributes.partitionKey?.startsWith('HASH ') ?? false
  return hashedRoot(parent, index) ?? (isHashed ? pathOf(parent.id) : null)
}
