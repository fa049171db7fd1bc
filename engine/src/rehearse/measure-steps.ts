import { TrueupError } from '../errors/trueup-error.ts'
import { type LockMode, lockModes, strongest } from '../plan/lock.ts'
import type { Step } from '../plan/plan.ts'
import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'

export interface MeasuredStep {
  readonly step: Step
  /** The strongest lock it took on relations that were there before the plan. */
  readonly lock: LockMode
  /** Tables that it wrote anew. */
  readonly rewritten: readonly string[]
}

/** Runs steps one by one and looks, after each, at what it holds and whether a table has another file. */
export async function runMeasured(steps: readonly Step[], scratch: Database): Promise<MeasuredStep[]> {
  const [before] = await scratch.query(`SELECT coalesce(max(oid), 16384) FROM pg_class`)
  const newest = before?.rows[0]?.[0] ?? '16384'
  const measured: MeasuredStep[] = []
  let files = await tableFiles(scratch)
  for (const step of steps.filter(({ transaction }) => transaction === 'own'))
    measured.push({
      ...(await run(step, `${settings}; ${step.sql}`, scratch)),
      lock: step.lock.mode,
      rewritten: [],
    })
  await scratch.query(`BEGIN; ${settings}`)
  for (const step of steps.filter(({ transaction }) => transaction === 'shared')) {
    await run(step, step.sql, scratch)
    const [held] = await scratch.query(heldLocks(newest))
    const after = await tableFiles(scratch)
    const rewritten = [...files].filter(([table, file]) => after.has(table) && after.get(table) !== file)
    const modes = (held?.rows ?? []).map(([mode]) => modeOf(mode ?? ''))
    measured.push({ step, lock: strongest(modes), rewritten: rewritten.map(([table]) => table) })
    files = after
  }
  await scratch.query('COMMIT')
  return measured
}

const settings = `SET LOCAL search_path = ''; SET LOCAL check_function_bodies = off; SET LOCAL client_min_messages = error`

async function run(step: Step, sql: string, scratch: Database) {
  try {
    await scratch.query(sql)
    return { step }
  } catch (error) {
    if (!isDatabaseError(error)) throw error
    const facts = { object: step.target, problem: error.message, sqlstate: error.sqlstate, sql: step.sql }
    throw new TrueupError('REHEARSAL-STEP', facts, { cause: error })
  }
}

/** Locks of the transaction so far, on what was there before; a rehearsal has no other sessions. */
function heldLocks(newest: string): string {
  return `SELECT DISTINCT l.mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
    WHERE l.locktype = 'relation' AND l.relation BETWEEN 16384 AND ${newest} AND c.relkind IN ('r', 'p', 'm', 'v', 'f')`
}

async function tableFiles(scratch: Database): Promise<Map<string, string>> {
  const [result] = await scratch.query(
    `SELECT c.oid::regclass::text, pg_relation_filenode(c.oid) FROM pg_class c WHERE c.relkind IN ('r', 'm') AND c.oid >= 16384`,
  )
  return new Map((result?.rows ?? []).map(([table, file]) => [table ?? '', file ?? '']))
}

/** `ShareUpdateExclusiveLock` → `share-update-exclusive`. */
function modeOf(name: string): LockMode {
  const words = name
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
  return lockModes.find((mode) => mode === words) ?? 'none'
}
