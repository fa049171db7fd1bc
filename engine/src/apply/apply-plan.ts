import type { Catalog } from '../catalog/catalog.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Plan, Step } from '../plan/plan.ts'
import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { diagnose } from '../postgres/diagnosis.ts'
import { fingerprintQuery } from '../sources/database/fingerprint.ts'
import { assembleCatalog, catalogStatements } from '../sources/database/read-catalog.ts'
import { type Limits, limits, transactionStart } from './transaction-start.ts'

/** Says whether a catalog is what the plan promised; what is not is listed. */
export type Proof = (after: Catalog) => Promise<readonly string[]>

/**
 * Runs a plan on the database it was made for. All but the steps that PostgreSQL wants committed first share one
 * transaction, which is committed only after reading back has proved it right.
 * @throws APPLY-STALE when the database is no longer the one that was planned for.
 */
export async function applyPlan(
  plan: Plan,
  from: Catalog,
  database: Database,
  prove: Proof,
): Promise<Catalog> {
  let fingerprint = from.fingerprint
  for (const step of plan.steps.filter(({ transaction }) => transaction === 'own'))
    fingerprint = await runAlone(step, fingerprint, database, limits)
  const shared = plan.steps.filter(({ transaction }) => transaction === 'shared')
  return runTogether(shared, fingerprint, database, prove)
}

async function runAlone(step: Step, fingerprint: string, database: Database, limit: Limits): Promise<string> {
  const before = transactionStart(limit, guard(fingerprint, database))
  const statements = [...before, step.sql, 'COMMIT', fingerprintQuery(database.serverVersion)]
  const results = await send(statements, before.length, [step], database)
  return results.at(-1)?.rows[0]?.[0] ?? ''
}

async function runTogether(
  steps: readonly Step[],
  fingerprint: string,
  database: Database,
  prove: Proof,
): Promise<Catalog> {
  const before = transactionStart(limits, guard(fingerprint, database))
  const readBack = catalogStatements(database.serverVersion)
  const statements = [...before, ...steps.map(({ sql }) => sql), ...readBack]
  const results = await send(statements, before.length, steps, database)
  const after = assembleCatalog(results.slice(before.length + steps.length), database.serverVersion)
  const wrong = await prove(after)
  if (wrong.length > 0) {
    await database.query('ROLLBACK')
    throw new TrueupError('APPLY-NOT-PROVED', { objects: wrong })
  }
  await database.query('COMMIT')
  return after
}

async function send(
  statements: readonly string[],
  first: number,
  steps: readonly Step[],
  database: Database,
) {
  try {
    return await database.query(statements.join(';\n'))
  } catch (error) {
    if (!isDatabaseError(error)) throw error
    await database.query('ROLLBACK')
    if (error.sqlstate === staleState) throw new TrueupError('APPLY-STALE', undefined, { cause: error })
    const step = steps[(error.completed ?? -1) - first]
    if (!step) throw error
    const { target, sql } = step
    const facts = { object: target, problem: error.message, sqlstate: error.sqlstate, sql }
    throw new TrueupError('APPLY-STEP', facts, { cause: diagnose(error) })
  }
}

/** An SQLSTATE of our own: class TU is nobody's. */
const staleState = 'TU001'

/** Raises when anything in the catalogs is not as it was when the plan was made. */
function guard(fingerprint: string, database: Database): string {
  return `DO $guard$ BEGIN
    IF (${fingerprintQuery(database.serverVersion)}) IS DISTINCT FROM '${fingerprint}' THEN
      RAISE EXCEPTION 'the database has changed' USING ERRCODE = '${staleState}';
    END IF; END $guard$`
}
