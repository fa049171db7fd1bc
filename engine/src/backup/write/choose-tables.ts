import type { Catalog } from '../../catalog/catalog.ts'
import { type CatalogIndex, indexCatalog } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject } from '../../catalog/relations.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import type { Scope } from '../format/manifest.ts'

/** The tables that a scope means, with their partitions and children; every one where there is no scope. */
export function chooseTables(catalog: Catalog, scope: Scope | null): TableObject[] {
  const tables = [...catalog.objects.values()].filter((object) => object.kind === 'table')
  if (!scope) return tables
  const index = indexCatalog(catalog)
  const named = scope.tables.map((name) => findTable(name, tables, catalog))
  const chosen = new Set<ObjectId>()
  for (const table of tables)
    if (scope.schemas.includes(table.schema ?? '') || named.includes(table))
      addWithChildren(table.id, index, chosen)
  for (const schema of scope.schemas)
    if (!tables.some((table) => table.schema === schema))
      throw new TrueupError('BACKUP-SCHEMA-EMPTY', { schema })
  return tables.filter(({ id }) => chosen.has(id))
}

/** As people type it: with or without its schema, quoted or not. */
function findTable(name: string, tables: readonly TableObject[], { searchPath }: Catalog): TableObject {
  const isNamed = ({ schema, name: table }: TableObject) =>
    [table, quoteIdentifier(table)].some((written) =>
      [schema, quoteIdentifier(schema ?? '')].some((prefix) => name === `${prefix}.${written}`),
    )
  const inSchema = (schema: string) =>
    tables.find(
      (table) => table.schema === schema && (table.name === name || quoteIdentifier(table.name) === name),
    )
  const found = tables.find(isNamed) ?? searchPath.map(inSchema).find((table) => table !== undefined)
  if (!found) throw new TrueupError('BACKUP-TABLE-MISSING', { table: name })
  return found
}

function addWithChildren(table: ObjectId, index: CatalogIndex, chosen: Set<ObjectId>): void {
  if (chosen.has(table)) return
  chosen.add(table)
  for (const child of index.childrenOf(table)) addWithChildren(child.id, index, chosen)
}
