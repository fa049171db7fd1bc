import type { ObjectId } from '../../catalog/object.ts'
import { isStronger } from '../lock.ts'
import type { StepFacts } from './hazard.ts'

/** Tables with rows that nobody can write to while the step runs (manual: 13.3.1, table of conflicting modes). */
export function blockedTables({ step, rows }: StepFacts): ObjectId[] {
  const { mode, relations } = step.lock
  return isStronger(mode, 'share-update-exclusive') ? relations.filter((table) => rows(table) > 0) : []
}

/** Those of them that a work goes through. */
export function worksOn(
  { work, rows }: StepFacts,
  ...kinds: readonly StepFacts['work']['kind'][]
): ObjectId[] {
  return kinds.includes(work.kind) ? work.tables.filter((table) => rows(table) > 0) : []
}
