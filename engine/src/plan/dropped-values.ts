import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import type { Action } from './action.ts'
import { holdsValues } from './alter/alter-composite.ts'
import type { Alteration } from './alter/alteration.ts'

/**
 * A composite type may gain and lose attributes while there are columns of it (manual: ALTER TYPE), so what drops or
 * parks such columns may do so before or after. A table of that type has to go first, and so has what may name an
 * attribute that goes or changes.
 */
export function droppingValuesAnytime(
  actions: readonly Action[],
  alterations: ReadonlyMap<ObjectId, Alteration>,
  from: CatalogIndex,
  to: CatalogIndex,
): readonly Action[] {
  const inTheWay = new Map<ObjectId, (user: CatalogObject) => boolean>()
  for (const [id, alteration] of alterations) {
    if (alteration.kind !== 'in-place' || alteration.isRebuilding) continue
    if (from.get(id)?.kind !== 'composite') continue
    const after = new Set(attributesOf(id, to).map((each) => JSON.stringify(each)))
    const changed = attributesOf(id, from).filter((each) => !after.has(JSON.stringify(each)))
    const names = changed.map(({ name }) => name)
    inTheWay.set(id, (user) => user.kind === 'table' || (!holdsValues(user.kind) && mentions(user, names)))
  }
  if (inTheWay.size === 0) return actions
  return actions.map((each) => {
    if (each.verb !== 'drop' && each.verb !== 'park') return each
    const gone = each.removes.flatMap((id) => from.get(id) ?? [])
    const waits = (id: ObjectId) => {
      const isInTheWay = inTheWay.get(id)
      return !isInTheWay || gone.some((user) => user.needs.includes(id) && isInTheWay(user))
    }
    return { ...each, frees: each.frees.filter(waits) }
  })
}

function attributesOf(id: ObjectId, index: CatalogIndex): readonly { readonly name: string }[] {
  const object = index.get(id)
  return object?.kind === 'composite' ? object.attributes.attributes : []
}

function mentions({ attributes }: CatalogObject, names: readonly string[]): boolean {
  const text = JSON.stringify(attributes)
  return names.some((name) => text.includes(JSON.stringify(quoteIdentifier(name)).slice(1, -1)))
}
