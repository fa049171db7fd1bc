import type { RunCompanions } from '../apply/run-port.ts'
import { isTrueupError, TrueupError } from '../errors/trueup-error.ts'
import type { Plan } from '../plan/plan.ts'
import { runLockStates } from '../run-lock/key.ts'
import type { RunLock } from '../run-lock/take-run-lock.ts'
import { takeTransactionLock } from '../run-lock/transaction-lock.ts'
import { newerJournalState } from './ensure-journal.ts'
import { recordParking } from './parked.ts'
import {
  failRun,
  finishRun,
  finishSteps,
  openRun,
  progressOf,
  type RunStart,
  startStep,
} from './run-statements.ts'
import { currentFormat } from './tables.ts'

/**
 * Run lock and journal of a run, as statements for its messages.
 * @param lock held for the whole run; undefined for a run of one transaction, which takes it for that alone
 */
export function runCompanions(
  run: RunStart,
  lock: Pick<RunLock, 'fence' | 'fenceBeside' | 'mark'> | undefined,
): RunCompanions {
  const { token, plan } = run
  return {
    fence: () => [lock?.fence ?? takeTransactionLock],
    fenceBeside: () => lock?.fenceBeside,
    mark: (sql) => lock?.mark(sql) ?? sql,
    explain: (error) => {
      switch (error.sqlstate) {
        case runLockStates.busy:
          return new TrueupError('RUN-LOCK-BUSY', { holder: undefined, waitedMs: 0 }, { cause: error })
        case runLockStates.lost:
          return new TrueupError('RUN-LOCK-LOST', undefined, { cause: error })
        case newerJournalState: {
          const facts = { format: Number(error.message), known: currentFormat, toolVersion: '' }
          return new TrueupError('JOURNAL-NEWER', facts, { cause: error })
        }
        default:
          return undefined
      }
    },
    begin: ({ first }) => [
      ...(first === 0 ? openRun(run) : []),
      ...(runsOutside(plan, first) ? [startStep(token, first + 1)] : []),
    ],
    done: ({ first, end }) => [
      finishSteps(token, first + 1, end),
      ...plan.steps
        .slice(first, end)
        .flatMap(({ parking }) => (parking ? [recordParking(token, parking)] : [])),
    ],
    batch: ({ step, blocksDone, blocksTotal }) => [
      progressOf(token, step + 1, { done: blocksDone, total: blocksTotal, unit: 'blocks' }),
    ],
    end: (after) => [finishRun(token, after)],
    failed: ({ first, end }, error) => {
      if (first === 0 && hasNotBegun(error)) return []
      const steps = plan.steps.slice(first, end)
      const guilty = steps.length === 1 ? 0 : steps.findIndex(({ sql }) => sql === failedSql(error))
      return failRun(run, guilty < 0 ? undefined : first + guilty + 1, problemOf(error))
    },
    control: () =>
      `SELECT CASE WHEN paused THEN 'pause' ELSE 'run' END, speed FROM trueup.runs WHERE token = '${token}'`,
  }
}

function runsOutside({ steps }: Plan, step: number): boolean {
  const mode = steps[step]?.transaction
  return mode === 'none' || mode === 'batches'
}

/** Somebody else was at work: the command looks again and begins anew. */
function hasNotBegun(error: unknown): boolean {
  return isTrueupError(error, 'APPLY-STALE') || isTrueupError(error, 'RUN-LOCK-BUSY')
}

function failedSql(error: unknown): string | undefined {
  return isTrueupError(error, 'APPLY-STEP') ? (error.parameters as { sql: string }).sql : undefined
}

function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
