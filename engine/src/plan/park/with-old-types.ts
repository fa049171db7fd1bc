import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import { sortById } from '../../catalog/sort.ts'
import { changedObject } from '../../diff/change.ts'
import type { Action } from '../action.ts'
import { followTypes } from './follow-types.ts'
import { isOfType } from './kept-parts.ts'
import { alterationOf, type ParkedLosses } from './park-losses.ts'

/**
 * What is parked beside a type that is made anew stays as of the old one, which these actions park along: so it is
 * where the way back begins.
 */
export function withOldTypes(
  lost: ParkedLosses,
  actions: readonly Action[],
  from: CatalogIndex,
): ParkedLosses {
  const isLost = (object: string) => lost.things.some((thing) => thing.object === object)
  const old = actions.flatMap(({ parking }) =>
    parking?.kind === 'park' && isOfType(parking.object) && !isLost(parking.object) ? [parking] : [],
  )
  if (old.length === 0) return lost
  const things = followTypes(lost.things, old)
  const kept = new Map(things.flatMap((thing) => thing.kept.map((object) => [object.id, object])))
  const others = lost.changes.filter((change) => !kept.has(changedObject(change).id))
  return {
    changes: [...others, ...[...kept.values()].flatMap((object) => alterationOf(object, from))],
    to: {
      ...lost.to,
      objects: sortById([...lost.to.objects.values()].map((object) => kept.get(object.id) ?? object)),
    },
    things,
  }
}
