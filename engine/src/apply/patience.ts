import { TrueupError } from '../errors/trueup-error.ts'
import type { Step } from '../plan/plan.ts'
import { type Blocker, blockerKey } from './blocker.ts'
import { endSession } from './blockers.ts'
import type { LockWait } from './events.ts'
import type { Run } from './run.ts'

/** How long somebody in the way is waited for, told about, and, only where asked for, ended. */
export interface Patience {
  /** To be called with every look at who is in the way. @throws APPLY-LOCK when the time is used up. */
  look(blockers: readonly Blocker[]): Promise<void>
}

/** Even when nothing changes a person wants to see now and then that it still waits. */
const tellEveryMs = 5_000

export function openPatience(number: number, step: Step, state: LockWait['state'], run: Run): Patience {
  const { port, database } = run
  const { lockWaitMs, terminateBlockersAfterMs } = port.limits
  const begun = performance.now()
  const seen = new Map<string, number>()
  let told = { who: '', at: Number.NEGATIVE_INFINITY }
  return {
    async look(blockers) {
      const now = performance.now()
      const waitedMs = Math.round(now - begun)
      const who = blockers.map(blockerKey).join()
      if (who !== told.who || now - told.at >= tellEveryMs) {
        told = { who, at: now }
        const wait = { step: number + 1, target: step.target, state, blockers, waitedMs }
        port.emit({ kind: 'lock-wait', ...wait, budgetMs: lockWaitMs })
      }
      if (waitedMs >= lockWaitMs)
        throw new TrueupError('APPLY-LOCK', { object: step.target, waitedMs, blockers })
      for (const blocker of blockers) {
        const key = blockerKey(blocker)
        const since = seen.get(key) ?? now
        seen.set(key, since)
        if (terminateBlockersAfterMs === undefined || now - since < terminateBlockersAfterMs) continue
        if (blocker.type !== 'client backend') continue
        seen.set(key, now) // asked once, it gets as long again to go
        port.emit({ kind: 'blocker-ended', blocker, ended: await endSession(blocker, database) })
      }
    },
  }
}
