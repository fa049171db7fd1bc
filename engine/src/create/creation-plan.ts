import type { Catalog } from '../catalog/catalog.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import type { Plan } from '../plan/plan.ts'
import { planChanges } from '../plan/plan-changes.ts'
import { asPlan } from '../plan/steps.ts'
import type { Creation } from './plan-creation.ts'

/** A creation as the journal keeps it: its statements as steps, and the way back, which drops what it made. */
export function creationPlan({ actions }: Creation, before: Catalog, desired: Catalog): Plan {
  const [from, to] = [indexCatalog(before), indexCatalog(desired)]
  const made = actions.flatMap(({ makes }) => makes.flatMap((id) => to.get(id) ?? []))
  const undo = planChanges(
    made.map((object) => ({ kind: 'removed', object }) as const),
    to,
    from,
  )
  return asPlan({ actions, undo, renames: [], from, to })
}
