import type { CatalogObject } from '../../catalog/catalog.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { TableObject } from '../../catalog/relations.ts'
import type { CatalogDetails } from '../../sources/database/details/details.ts'

/** Can the object itself be said by Drizzle and companions? Tables are asked about with `isModelledTable`. */
export function isModelled(object: CatalogObject): boolean {
  switch (object.kind) {
    case 'schema':
      return object.name !== 'public'
    case 'enum':
      return object.attributes.labels.length > 0
    case 'sequence': {
      const { type, ownedBy, persistence } = object.attributes
      return type === 'bigint' && ownedBy === null && persistence === 'permanent'
    }
    default:
      return false
  }
}

/** A table whose columns and shape the models can say; what hangs on it is judged piece by piece. */
export function isModelledTable(table: TableObject, index: CatalogIndex, details: CatalogDetails): boolean {
  const { attributes } = table
  const isPlain =
    attributes.partitionOf === null &&
    attributes.inherits.length === 0 &&
    attributes.ofType === null &&
    attributes.accessMethod === null &&
    attributes.tablespace === null
  return (
    isPlain &&
    (attributes.partitionKey === null || hasPlainKey(table, details)) &&
    index.partsOfKind(table.id, 'column').every(({ attributes: { identity } }) => {
      if (!identity) return true
      return (
        identity.sequenceSchema === table.schema && identity.sequence.persistence === attributes.persistence
      )
    })
  )
}

/** Key columns, or one expression, with the operator classes and collations that they have by themselves. */
function hasPlainKey({ id }: TableObject, { partitionKeys }: CatalogDetails): boolean {
  const key = partitionKeys.get(id)
  if (!key?.plain) return false
  return key.columns.every((column) => column !== null) || key.expression !== null
}
