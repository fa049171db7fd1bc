import type { CatalogIndex } from '../catalog/index-catalog.ts'
import { estimateMs } from './estimate.ts'
import { findHazards } from './hazards/rules.ts'
import type { Step, StepDraft } from './plan.ts'
import { rowsOf, type Usage } from './usage.ts'
import { workOf } from './work.ts'

export interface Surroundings {
  readonly from: CatalogIndex
  readonly to: CatalogIndex
  readonly usage: Usage
}

/** Says of every step what it does with rows, how long that takes and what is dangerous about it. */
export function assessSteps(drafts: readonly StepDraft[], { from, to, usage }: Surroundings): Step[] {
  const rows = (table: string) => rowsOf(table, from, usage)
  const told = new Set<string>()
  return drafts.map((step, i) => {
    const work = workOf(step, from, to)
    const found = findHazards({ step, work, before: () => drafts.slice(0, i), from, to, usage, rows })
    const hazards = found.filter(({ code, object }) => !told.has(`${code} ${object}`))
    for (const { code, object } of hazards) told.add(`${code} ${object}`)
    return { ...step, work, estimateMs: estimateMs(work, from, usage), hazards }
  })
}
