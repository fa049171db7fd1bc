import type { Catalog, CatalogObject } from '../../catalog/catalog.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { rootOf } from '../../catalog/roots.ts'
import { subsetCatalog } from '../../catalog/subset.ts'
import { wordsOf } from '../../sql/words.ts'
import type { SourceStatement } from '../scratch/run-script.ts'
import type { Remade } from './remade.ts'

/**
 * What must be there before objects are made anew, out of the catalog as it was: whatever they need, and what new
 * statements name. Tables come whole, because LIKE copies parts, but without foreign keys, which nothing else needs.
 */
export function prerequisites(
  { roots }: Remade,
  added: readonly SourceStatement[],
  index: CatalogIndex,
): Catalog {
  const { catalog } = index
  const words = new Set(added.flatMap(({ sql }) => [...wordsOf(sql)]))
  const wanted = new Set<ObjectId>()
  for (const object of catalog.objects.values()) {
    const root = rootOf(object, catalog)
    if (roots.has(root) || isAlwaysThere(object)) wanted.add(object.id)
    else if (words.has(object.name) && (root === object.id || object.kind === 'index')) wanted.add(root)
  }
  const needed = subsetCatalog(index, wanted)
  const whole = subsetCatalog(index, wholes(needed, index))
  const objects = [...whole.objects].filter(([, object]) => !roots.has(rootOf(object, catalog)))
  return { ...catalog, objects: new Map(objects) }
}

/** Names may depend on which schemas there are, and anything may come from an extension. */
function isAlwaysThere({ kind }: CatalogObject): boolean {
  return kind === 'schema' || kind === 'extension'
}

/** Ids of objects with all their parts but foreign keys. */
function wholes({ objects }: Catalog, index: CatalogIndex): Set<ObjectId> {
  const found = new Set<ObjectId>()
  const open = [...objects.keys()]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const object = index.get(id)
    if (!object || found.has(id) || isForeignKey(object)) continue
    found.add(id)
    if (object.kind !== 'schema') open.push(...index.partsOf(id).map((part) => part.id))
  }
  return found
}

function isForeignKey(object: CatalogObject): boolean {
  return object.kind === 'constraint' && object.attributes.type === 'foreign-key'
}
