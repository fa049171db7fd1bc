import type { ApplyEvent, RunSummary } from './events.ts'
import type { StepGroup } from './groups.ts'

/** What a run has done so far; tells of it as it happens. */
export interface Ledger {
  readonly steps: number
  applied(): number
  started(group: StepGroup): void
  finished(group: StepGroup): void
  /** A transaction that others had to wait for has ended. */
  held(milliseconds: number): void
  /** @param failed whether the group that was started last failed */
  summary(failed: boolean): RunSummary
}

export function openLedger(steps: number, emit: (event: ApplyEvent) => void): Ledger {
  const begun = performance.now()
  let applied = 0
  let current: StepGroup | undefined
  let currentSince = begun
  let longestLockMs = 0
  return {
    steps,
    applied: () => applied,
    started(group) {
      current = group
      currentSince = performance.now()
      const target = group.steps[0]?.target
      if (target !== undefined)
        emit({ kind: 'steps-started', ...numbers(group), of: steps, mode: group.mode, target })
    },
    finished(group) {
      current = undefined
      applied = group.end
      const milliseconds = Math.round(performance.now() - currentSince)
      if (group.steps.length > 0) emit({ kind: 'steps-finished', ...numbers(group), of: steps, milliseconds })
    },
    held: (milliseconds) => {
      longestLockMs = Math.max(longestLockMs, Math.ceil(milliseconds))
    },
    summary: (failed) => ({
      applied,
      ...(failed && current ? { failed: current.first + 1 } : {}),
      notReached: steps - applied,
      longestLockMs,
      milliseconds: Math.round(performance.now() - begun),
    }),
  }
}

function numbers({ first, end }: StepGroup) {
  return { first: first + 1, last: end }
}
