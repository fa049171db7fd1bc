import type { CatalogObject } from '../../catalog/catalog.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'

/**
 * The object that a reader would look under: the table of an index, of a trigger, of an owned sequence, of a partition;
 * the base type of the functions that it is made of.
 */
export function groupOf(id: ObjectId, index: CatalogIndex): ObjectId {
  const object = index.get(id)
  if (!object) return id
  if (object.kind === 'sequence' && object.attributes.ownedBy)
    return groupOf(object.attributes.ownedBy, index)
  if (object.kind === 'table' && object.attributes.partitionOf)
    return groupOf(object.attributes.partitionOf, index)
  const type = object.kind === 'function' ? baseTypeOf(id, index) : undefined
  if (type !== undefined) return type
  return isPart(object) ? groupOf(object.parent, index) : id
}

function isPart(object: CatalogObject): object is CatalogObject & { readonly parent: ObjectId } {
  return object.parent !== null && !object.parent.startsWith('schema:')
}

/** A function of a type and the type need each other, so in files of their own neither could come first. */
function baseTypeOf(id: ObjectId, index: CatalogIndex): ObjectId | undefined {
  const needed = index.get(id)?.needs.find((need) => index.get(need)?.kind === 'base-type')
  return needed ?? index.dependentsOf(id).find(({ kind }) => kind === 'base-type')?.id
}
