import type { RunDetails, RunRecord } from '../../journal/read-runs.ts'
import type { LockHolder } from '../../run-lock/holder.ts'

/** `trueup history --json` (docs/formats.md). */
export function historyJson(runs: readonly RunRecord[]): string {
  return JSON.stringify({ command: 'history', runs }, null, 2)
}

export function runJson(run: RunDetails): string {
  return JSON.stringify({ command: 'history', run }, null, 2)
}

export function runningJson(runs: readonly RunDetails[], holder: LockHolder | null): string {
  return JSON.stringify({ command: 'runs', holder, runs: runs.map(({ plan: _, ...run }) => run) }, null, 2)
}
