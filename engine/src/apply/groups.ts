import type { Step, TransactionMode } from '../plan/plan.ts'
import type { StepRange } from './run-port.ts'

/** Steps that are sent, committed and repeated together. */
export interface StepGroup extends StepRange {
  readonly mode: TransactionMode
  readonly steps: readonly Step[]
  /** The last of the plan: what it leaves must be what was wanted. */
  readonly last: boolean
}

/** Neighbours that share a transaction form one group, every other step is one by itself; an empty plan is one group. */
export function groupSteps(steps: readonly Step[]): StepGroup[] {
  const groups: { mode: TransactionMode; steps: Step[]; first: number }[] = []
  for (const [first, step] of steps.entries()) {
    const before = groups.at(-1)
    if (step.transaction === 'shared' && before?.mode === 'shared') before.steps.push(step)
    else groups.push({ mode: step.transaction, steps: [step], first })
  }
  if (groups.length === 0) groups.push({ mode: 'shared', steps: [], first: 0 })
  return groups.map((group, i) => ({
    ...group,
    end: group.first + group.steps.length,
    last: i === groups.length - 1,
  }))
}
