import { kindOf, pathOf } from '../catalog/identify.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import type { Planning } from '../pipeline.ts'
import { relationOf } from '../plan/locks.ts'
import { summarisePlan } from '../report/plan-summary.ts'

/**
 * Names of the tables that a plan touches, where it loses something: at once, or once what it parks is purged. None
 * where it loses nothing.
 */
export function endangeredTables(planning: Planning): string[] {
  const from = indexCatalog(planning.from)
  const { losses, tables } = summarisePlan(planning, from)
  const parked = planning.plan.steps.flatMap(({ parking, target }) =>
    parking?.kind === 'park' ? [target] : [],
  )
  const lost = [...losses.map(({ object }) => object), ...parked]
  if (lost.length === 0) return []
  const touched = [...lost.map((object) => relationOf(object, from)), ...tables.map(({ table }) => table)]
  const ids = touched.flatMap((id) =>
    id !== undefined && kindOf(id) === 'table' && from.has(id) ? [id] : [],
  )
  return [...new Set(ids)].map(pathOf).sort()
}
