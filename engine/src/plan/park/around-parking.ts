import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Action } from '../action.ts'
import { parentsOf } from './holders.ts'
import type { ParkedThing } from './parked-thing.ts'

/** What is about a thing or one of its parts comes before it is parked, and after it has come back. */
export function aroundParking(
  actions: readonly Action[],
  things: { readonly parked: readonly ParkedThing[]; readonly unparked: readonly ParkedThing[] },
  from: CatalogIndex,
  to: CatalogIndex,
): Action[] {
  if (things.parked.length + things.unparked.length === 0) return [...actions]
  const parked = new Map(things.parked.flatMap((each) => each.kept.map(({ id }) => [id, each])))
  const unparked = new Map(things.unparked.flatMap((each) => each.kept.map(({ id }) => [id, each])))
  return actions.map((each) => {
    const above = [...ownersOf(each.target, from), ...ownersOf(each.target, to)]
    const [goes, comes] = [parked, unparked].map((known) =>
      above.flatMap((id) => known.get(id)?.object ?? []),
    )
    // a child must have every column of its parents before it is tied to them
    const inherited = parentsOf(each.target, to).flatMap((parent) => columnsOf(parent, things.unparked))
    return {
      ...each,
      frees: [...each.frees, ...(goes ?? []).map(wholeId)],
      needs: [...each.needs, ...[...(comes ?? []), ...inherited].map(backId)],
    }
  })
}

function columnsOf(table: ObjectId, things: readonly ParkedThing[]): ObjectId[] {
  return things.flatMap(({ object, kept: [whole] }) =>
    whole?.kind === 'column' && whole.parent === table ? [object] : [],
  )
}

function ownersOf(id: ObjectId, index: CatalogIndex): ObjectId[] {
  const parent = index.get(id)?.parent
  return parent ? [id, ...ownersOf(parent, index)] : [id]
}

/** Removed with the first statement that parks a thing. */
export function wholeId(object: ObjectId): ObjectId {
  return `whole:${object}`
}

/** Made once a thing has come back. */
export function backId(object: ObjectId): ObjectId {
  return `back:${object}`
}
