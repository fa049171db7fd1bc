import { TrueupError } from '../errors/trueup-error.ts'
import type { ResultTable } from '../postgres/database.ts'
import { type DatabaseError, isDatabaseError } from '../postgres/database-error.ts'
import { diagnose } from '../postgres/diagnosis.ts'
import { revealSecrets } from '../sql/secret-marker.ts'
import { splitScript } from '../sql/split-script.ts'
import { passing } from './limits.ts'
import type { Run } from './run.ts'
import { stopIfAsked, whileCancellable } from './stop.ts'
import { withoutSecrets } from './without-secrets.ts'

/** One statement of a message, and what its failure is about. */
export interface Statement {
  readonly sql: string
  /** `fence`: nothing of ours has begun; `step`: the step with this number; `other`: around it. */
  readonly part: { readonly kind: 'fence' | 'other' } | { readonly kind: 'step'; readonly step: number }
}

/** What became of a message. A failure that goes by may be tried again; every other one is thrown. */
export type Sent =
  | { readonly kind: 'done'; readonly results: readonly ResultTable[] }
  | { readonly kind: 'passing'; readonly error: DatabaseError; readonly step: number | undefined }

export const fence = (sql: string): Statement => ({ sql, part: { kind: 'fence' } })
export const other = (sql: string): Statement => ({ sql, part: { kind: 'other' } })

/** With its secrets in place: the result is for the server alone. A step may be several statements. */
export function ofStep(step: number, sql: string, { port }: Pick<Run, 'port'>): Statement[] {
  const parts = sql.includes(';') ? splitScript(sql, `step ${step + 1}`).map((part) => part.sql) : [sql]
  return parts.map((each) => ({ sql: revealSecrets(each, port.secrets), part: { kind: 'step', step } }))
}

/**
 * Sends statements as one message; after a failure the transaction is rolled back.
 * @throws APPLY-STALE, APPLY-STEP, APPLY-STOPPED
 */
export async function send(
  statements: readonly Statement[],
  run: Run,
  alsoPassing: ReadonlySet<string> = nothing,
): Promise<Sent> {
  const { database } = run
  try {
    const message = statements.map(({ sql }) => sql).join(';\n')
    return { kind: 'done', results: await whileCancellable(run, () => database.query(message)) }
  } catch (thrown) {
    const error = withoutSecrets(thrown, run.port.secrets)
    if (!isDatabaseError(error)) throw error
    await database.query('ROLLBACK')
    stopIfAsked(run)
    const part = statements[error.completed ?? -1]?.part
    if (part?.kind !== 'fence' && (passing.has(error.sqlstate) || alsoPassing.has(error.sqlstate)))
      return { kind: 'passing', error, step: part?.kind === 'step' ? part.step : undefined }
    throw explain(error, part?.kind === 'step' ? part.step : undefined, run)
  }
}

const nothing: ReadonlySet<string> = new Set()

/** A refusal in our words. */
function explain(error: DatabaseError, number: number | undefined, run: Run): Error {
  if (error.sqlstate === staleState) return new TrueupError('APPLY-STALE', undefined, { cause: error })
  const step = number === undefined ? undefined : run.plan.steps[number]
  if (!step) return run.port.companions.explain(error) ?? error
  const { target, sql } = step
  const facts = { object: target, problem: error.message, sqlstate: error.sqlstate, sql }
  return new TrueupError('APPLY-STEP', facts, { cause: diagnose(error) })
}

/** An SQLSTATE of our own: class TU is nobody's. */
export const staleState = 'TU001'
