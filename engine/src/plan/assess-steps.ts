import type { CatalogIndex } from '../catalog/index-catalog.ts'
import { estimateMs } from './estimate.ts'
import { findHazards } from './hazards/rules.ts'
import type { Step, StepDraft } from './plan.ts'
import { rowsOf, type Usage } from './usage.ts'
import { moment, workOf } from './work.ts'

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
    const before = () => drafts.slice(0, i)
    const work = isProved(step, before) ? moment : workOf(step, from, to)
    const found = findHazards({ step, work, before, from, to, usage, rows })
    const hazards = found.filter(({ code, object }) => !told.has(`${code} ${object}`))
    for (const { code, object } of hazards) told.add(`${code} ${object}`)
    return { ...step, work, estimateMs: estimateMs(work, from, usage), hazards }
  })
}

/**
 * A check that was validated before spares SET NOT NULL and ATTACH PARTITION their scan, and a foreign key of every
 * partition that of the partitioned table (manual: ALTER TABLE).
 */
function isProved({ sql, target }: StepDraft, before: () => readonly StepDraft[]): boolean {
  const reference = / ADD CONSTRAINT ("(?:[^"]|"")+"|\S+) FOREIGN KEY /.exec(sql)?.[1]
  if (reference !== undefined)
    return before().some((other) => other.sql.endsWith(` VALIDATE CONSTRAINT ${reference}`))
  if (!/^ALTER TABLE .* (?:SET NOT NULL$|ATTACH PARTITION )/s.test(sql)) return false
  return before().some((other) => other.target === target && / VALIDATE CONSTRAINT /.test(other.sql))
}
