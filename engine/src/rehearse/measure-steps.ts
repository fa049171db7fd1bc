import type { Catalog } from '../catalog/catalog.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { type LockMode, lockModes, strongest } from '../plan/lock.ts'
import type { Step } from '../plan/plan.ts'
import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { pathLike } from '../sql/search-path.ts'

export interface MeasuredStep {
  readonly step: Step
  /** The strongest lock it took on relations that were there before the plan. */
  readonly lock: LockMode
  /** Tables that it wrote anew. */
  readonly rewritten: readonly string[]
}

/**
 * Runs steps one by one, committed as on the target, and looks after each at what it holds and whether a table has
 * another file. What runs outside of transactions holds nothing afterwards: of its lock the plan's word is taken.
 */
export async function runMeasured(
  steps: readonly Step[],
  scratch: Database,
  target: Pick<Catalog, 'searchPath'>,
): Promise<MeasuredStep[]> {
  await scratch.query(pathLike(target))
  const [before] = await scratch.query(`SELECT coalesce(max(oid), 16384) FROM pg_class`)
  const newest = before?.rows[0]?.[0] ?? '16384'
  const measured: MeasuredStep[] = []
  let files = await tableFiles(scratch)
  let open = false
  const commit = async () => {
    if (open) await scratch.query('COMMIT')
    open = false
  }
  for (const step of steps) {
    if (step.transaction !== 'shared') await commit()
    if (step.transaction === 'none') {
      await run(step, step.sql, scratch)
      measured.push({ step, lock: step.lock.mode, rewritten: [] })
      continue
    }
    if (!open) await scratch.query(`BEGIN; ${settings}`)
    open = true
    await run(step, onCopy(step.sql), scratch)
    const [held] = await scratch.query(heldLocks(newest))
    const after = await tableFiles(scratch)
    const rewritten = [...files].filter(([table, file]) => after.has(table) && after.get(table) !== file)
    const modes = (held?.rows ?? []).map(([mode]) => modeOf(mode ?? ''))
    measured.push({ step, lock: strongest(modes), rewritten: rewritten.map(([table]) => table) })
    files = after
    if (step.transaction !== 'shared') await commit()
  }
  await commit()
  await scratch.query('RESET search_path')
  return measured
}

const settings = `SET LOCAL check_function_bodies = off; SET LOCAL client_min_messages = error`

/** On the copy no detaching was broken off half way: there it is done as a whole. */
function onCopy(sql: string): string {
  return sql.replace(/^(ALTER TABLE .* DETACH PARTITION .*) FINALIZE$/s, '$1')
}

async function run(step: Step, sql: string, scratch: Database): Promise<void> {
  try {
    await scratch.query(sql)
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
    `SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), pg_relation_filenode(c.oid)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm') AND c.oid >= 16384`,
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
