import { kindOf } from '../catalog/identify.ts'
import { type CatalogIndex, indexCatalog } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Planning } from '../pipeline.ts'
import { relationOf } from '../plan/locks.ts'
import type { Step, UndoStep } from '../plan/plan.ts'
import { type UndoLoss, undoLosses } from '../plan/undo-losses.ts'

/** The steps about one table, view, type or function, with the statements that lead back. */
export interface PlanGroup {
  readonly object: ObjectId
  readonly isNew: boolean
  readonly steps: readonly NumberedStep[]
  readonly undo: readonly UndoStep[]
  readonly undoLosses: readonly UndoLoss[]
}

/** Steps run in the order of their numbers, across groups. */
export interface NumberedStep {
  readonly number: number
  readonly step: Step
}

/** In the order in which the plan comes to them first. */
export function groupPlan({ plan, desired }: Planning, from: CatalogIndex): PlanGroup[] {
  const to = indexCatalog(desired.catalog)
  const steps = new Map<ObjectId, NumberedStep[]>()
  const undo = new Map<ObjectId, UndoStep[]>()
  for (const [i, step] of plan.steps.entries())
    add(steps, ownerOf(step.target, from, to), { number: i + 1, step })
  for (const each of plan.undo) add(undo, ownerOf(each.target, from, to), each)
  return [...steps].map(([object, own]) => ({
    object,
    isNew: !from.has(object),
    steps: own,
    undo: undo.get(object) ?? [],
    undoLosses: undoLosses(
      own.map(({ step }) => step),
      from,
    ),
  }))
}

/** The table, view, type or function that an object is a part of; itself where it is none. */
export function ownerOf(id: ObjectId, from: CatalogIndex, to: CatalogIndex): ObjectId {
  const relation = relationOf(id, from) ?? relationOf(id, to)
  if (relation !== undefined) return relation
  const parent = (from.get(id) ?? to.get(id))?.parent
  return parent && kindOf(parent) !== 'schema' ? ownerOf(parent, from, to) : id
}

function add<Value>(groups: Map<ObjectId, Value[]>, key: ObjectId, value: Value): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}
