import type { Catalog } from '../../src/catalog/catalog.ts'
import { pathOf } from '../../src/catalog/identify.ts'
import { indexCatalog } from '../../src/catalog/index-catalog.ts'
import type { Planning } from '../../src/pipeline.ts'
import type { Database } from '../../src/postgres/database.ts'
import { quoteIdentifier } from '../../src/sql/quote.ts'

/** Rows as text, sorted, by table. */
export type TableRows = Readonly<Record<string, readonly string[]>>

/** The rows that both sides have room for: tables on both, columns of one type on both, under whatever name. */
export function keptRows(from: Catalog, { desired, renames }: Planning) {
  const fromIndex = indexCatalog(from)
  const toIndex = indexCatalog(desired.catalog)
  const newNames = new Map(renames.map(({ object, to }) => [object, to]))
  const shared = [...from.objects.values()].flatMap((table) => {
    if (table.kind !== 'table') return []
    const schema = `${quoteIdentifier(table.schema ?? '')}.`
    const name = schema + quoteIdentifier(newNames.get(table.id) ?? table.name)
    const wanted = toIndex.get(`table:${name}`)
    if (!wanted) return []
    const columns = fromIndex.partsOfKind(table.id, 'column').flatMap((column) => {
      const newName = newNames.get(column.id) ?? column.name
      const after = toIndex.partsOfKind(wanted.id, 'column').find((other) => other.name === newName)
      const same =
        after?.attributes.type === column.attributes.type &&
        !column.attributes.generated &&
        !after.attributes.generated
      return same ? [{ before: quoteIdentifier(column.name), after: quoteIdentifier(newName) }] : []
    })
    return [{ before: pathOf(table.id), after: name, columns }]
  })
  const read = (side: 'before' | 'after') => async (database: Database) => {
    const rows: Record<string, readonly string[]> = {}
    for (const table of shared) {
      const list = table.columns.map((column) => column[side]).join(', ')
      const [result] = await database.query(`SELECT ROW(${list})::text FROM ${table[side]}`)
      rows[table.before] = (result?.rows ?? []).map(([row]) => row ?? '').toSorted()
    }
    return rows
  }
  return { before: read('before'), after: read('after') }
}
