import { setTimeout } from 'node:timers/promises'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Run } from './run.ts'

/** A safe point: what is done is committed, nothing is under way. */
export function stopIfAsked({ port, ledger }: Pick<Run, 'port' | 'ledger'>): void {
  if (!port.signal.aborted) return
  throw new TrueupError('APPLY-STOPPED', { applied: ledger.applied(), of: ledger.steps })
}

/** Waits, but not for somebody who wants to stop. */
export async function pause(milliseconds: number, run: Pick<Run, 'port' | 'ledger'>): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal: run.port.signal }).catch(() => {})
  stopIfAsked(run)
}

/** Asks the server to end the statement when somebody wants to stop: its transaction is rolled back, which is safe. */
export async function whileCancellable<Result>(
  { port, database }: Pick<Run, 'port' | 'database'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const cancel = () => void database.cancel().catch(() => {})
  port.signal.addEventListener('abort', cancel)
  try {
    return await work()
  } finally {
    port.signal.removeEventListener('abort', cancel)
  }
}
