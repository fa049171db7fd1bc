import type { Catalog, CatalogObject } from './catalog.ts'
import { pathOf } from './identify.ts'
import type { ObjectId } from './object.ts'

/** The object that this one is a part of in the end: the table of a column's default, and of a sequence of its own. */
export function rootOf(object: CatalogObject, catalog: Catalog): ObjectId {
  const whole = (object.kind === 'sequence' && object.attributes.ownedBy) || object.parent
  const owner = whole && !whole.startsWith('schema:') ? catalog.objects.get(whole) : undefined
  return owner ? rootOf(owner, catalog) : object.id
}

/** What statements name, by the kind of name and its path: `relation public.users`, `routine public.f(integer)`. */
export function rootNames(catalog: Catalog): ReadonlyMap<string, ObjectId> {
  const names = new Map<string, ObjectId>()
  for (const object of catalog.objects.values()) {
    const kind = nameKinds[object.kind]
    if (kind) names.set(`${kind} ${pathOf(object.id)}`, rootOf(object, catalog))
    if (object.kind === 'composite') names.set(`relation ${pathOf(object.id)}`, object.id)
  }
  return names
}

const nameKinds: { readonly [kind in CatalogObject['kind']]?: 'relation' | 'type' | 'routine' | 'schema' } = {
  table: 'relation',
  'foreign-table': 'relation',
  view: 'relation',
  'materialized-view': 'relation',
  sequence: 'relation',
  enum: 'type',
  domain: 'type',
  composite: 'type',
  range: 'type',
  'base-type': 'type',
  function: 'routine',
  aggregate: 'routine',
  schema: 'schema',
}
