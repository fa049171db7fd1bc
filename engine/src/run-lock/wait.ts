import { setTimeout } from 'node:timers/promises'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Database } from '../postgres/database.ts'
import { holderQuery, type LockHolder, leaseHolderStatements } from './holder.ts'
import { runWhenFree } from './transaction-lock.ts'

export interface Waiting {
  /** How long to wait for another run; 0 does not wait. */
  readonly waitMs: number
  readonly signal: AbortSignal
  /** Called when the waiting begins, and every ten seconds. */
  say(holder: LockHolder | undefined, waitedMs: number): void
}

/**
 * Tries again and again, in no order among those who wait, until a try succeeds.
 * @throws RUN-LOCK-BUSY when the time is over
 */
export async function tryUntil(
  attempt: () => Promise<boolean>,
  database: Database,
  { waitMs, signal, say }: Waiting,
): Promise<void> {
  const begun = performance.now()
  let said = Number.NEGATIVE_INFINITY
  for (let turn = 0; !(await attempt()); turn++) {
    const waited = performance.now() - begun
    if (waited - said >= sayEveryMs || waited >= waitMs) {
      const holder = await findHolder(database)
      if (waited >= waitMs) throw new TrueupError('RUN-LOCK-BUSY', { holder, waitedMs: Math.round(waited) })
      say(holder, waited)
      said = waited
    }
    const pause = Math.min(pauseMaxMs, pauseMinMs * 2 ** turn) * (0.5 + Math.random())
    await setTimeout(Math.min(pause, waitMs - waited), undefined, { signal })
  }
}

const pauseMinMs = 50
const pauseMaxMs = 1_000
const sayEveryMs = 10_000

/** After a run of one transaction met TU003: until the lock could be had. */
export function waitUntilFree(database: Database, waiting: Waiting): Promise<void> {
  return tryUntil(() => runWhenFree([], database), database, waiting)
}

export async function findHolder(database: Database): Promise<LockHolder | undefined> {
  const results = await database.query(
    ['BEGIN', ...leaseHolderStatements, `SELECT to_json(h) FROM (${holderQuery}) h`, 'COMMIT'].join(';\n'),
  )
  const cells = results.slice(1).flatMap(({ rows }) => rows.flat())
  const found = cells.findLast((cell) => cell?.startsWith('{'))
  return found ? (JSON.parse(found) as LockHolder) : undefined
}
