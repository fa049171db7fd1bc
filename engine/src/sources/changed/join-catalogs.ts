import { isDeepStrictEqual } from 'node:util'
import type { Catalog, CatalogObject } from '../../catalog/catalog.ts'
import { parentTables } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { rootOf } from '../../catalog/roots.ts'
import { sortById } from '../../catalog/sort.ts'
import type { Remade } from './remade.ts'
import { mayShareNames } from './shared-names.ts'

/**
 * The catalog as it was, with what has been made anew in its place; undefined where more than that may have come out
 * otherwise: then only the whole script can tell.
 * @param added new objects that changed statements are about
 */
export function joinCatalogs(
  before: Catalog,
  made: Catalog,
  { roots, affected }: Remade,
  added: ReadonlySet<ObjectId>,
): Catalog | undefined {
  if ([before, made].some(({ unmodelled, secrets }) => unmodelled.length > 0 || secrets.size > 0))
    return undefined
  if (!isDeepStrictEqual(before.searchPath, made.searchPath)) return undefined
  const [gone, rest] = split(before, (root) => roots.has(root))
  const [come, others] = split(made, (root) => roots.has(root) || added.has(root))
  const inherits = come.some((object) => parentTables(object).length > 0)
  const isAsBefore = gone.every(
    (object) => affected.has(object.id) || isSame(object, made.objects.get(object.id)),
  )
  const isAllTold = others.every(({ id, attributes }) =>
    isDeepStrictEqual(attributes, before.objects.get(id)?.attributes),
  )
  if (inherits || !isAsBefore || !isAllTold || mayShareNames(gone, come, rest)) return undefined
  return { ...made, objects: sortById([...rest, ...come]) }
}

/** In what order an object names its needs means nothing. */
function isSame(before: CatalogObject, now: CatalogObject | undefined): boolean {
  const settled = (object: CatalogObject) => ({ ...object, needs: new Set(object.needs) })
  return now !== undefined && isDeepStrictEqual(settled(before), settled(now))
}

type Split = readonly [chosen: readonly CatalogObject[], others: readonly CatalogObject[]]

function split(catalog: Catalog, isChosen: (root: ObjectId) => boolean): Split {
  const parts: [CatalogObject[], CatalogObject[]] = [[], []]
  for (const object of catalog.objects.values()) parts[isChosen(rootOf(object, catalog)) ? 0 : 1].push(object)
  return parts
}
