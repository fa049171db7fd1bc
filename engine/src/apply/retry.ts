import { kindOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Step } from '../plan/plan.ts'
import { blockerKey } from './blocker.ts'
import { holdersOf } from './blockers.ts'
import { pauses } from './limits.ts'
import { openPatience, type Patience } from './patience.ts'
import type { Run } from './run.ts'
import type { Sent } from './statements.ts'
import { pause } from './stop.ts'

export interface Attempt {
  /** From 1. */
  readonly number: number
  /** Tables that an autovacuum is to be asked off first. */
  readonly autovacuumOn: readonly ObjectId[]
}

export type Passing = Extract<Sent, { kind: 'passing' }>
export type Tried<Result> = { readonly kind: 'succeeded'; readonly result: Result } | Passing

/**
 * Tries until it succeeds or the time for waiting is used up. While those who were in the way at a failure are still
 * there, nothing is tried: it would only make others queue behind us once more.
 * @throws APPLY-LOCK
 */
export async function untilUnlocked<Result>(
  steps: readonly Step[],
  first: number,
  run: Run,
  tryOnce: (attempt: Attempt) => Promise<Tried<Result>>,
): Promise<Result> {
  let attempt: Attempt = { number: 1, autovacuumOn: [] }
  let patience: Patience | undefined
  for (;;) {
    const tried = await tryOnce(attempt)
    if (tried.kind === 'succeeded') return tried.result
    const at = tried.step ?? first
    const step = steps[at - first]
    if (!step) throw tried.error
    patience ??= openPatience(at, step, 'lock', run)
    attempt = await waitForRoom(step, attempt, patience, run)
  }
}

async function waitForRoom(step: Step, attempt: Attempt, patience: Patience, run: Run): Promise<Attempt> {
  const rest = Math.min(pauses.maxMs, pauses.firstMs * 2 ** (attempt.number - 1))
  const tryAgainAt = performance.now() + rest * (0.5 + Math.random() / 2)
  let inTheWay: ReadonlySet<string> | undefined
  for (;;) {
    const blockers = await holdersOf(step, run.database)
    inTheWay ??= new Set(blockers.map(blockerKey))
    await patience.look(blockers)
    const vacuums = blockers.filter(({ type }) => type === 'autovacuum worker')
    // of sessions that we may not look at nobody can say that they are the same as before
    const staying = blockers.filter((each) => inTheWay?.has(blockerKey(each)) && each.type !== '')
    const gone = inTheWay.size > 0 && blockers.length === 0
    if (gone || (staying.length === vacuums.length && performance.now() >= tryAgainAt)) {
      const tables = step.lock.relations.filter((id) => kindOf(id) === 'table')
      return { number: attempt.number + 1, autovacuumOn: vacuums.length > 0 ? tables : [] }
    }
    await pause(pauses.lookMs * (0.75 + Math.random() / 2), run)
  }
}
