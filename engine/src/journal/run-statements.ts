import type { Catalog } from '../catalog/catalog.ts'
import type { Rename } from '../decide/renames.ts'
import type { Plan } from '../plan/plan.ts'
import { quoteLiteral } from '../sql/quote.ts'
import { ensureJournal, whereJournalled } from './ensure-journal.ts'
import { rememberEnvironment } from './identity.ts'
import { type Settlement, settleStatement } from './settle.ts'
import { catalogLiteral } from './stored-catalog.ts'
import { takeBack } from './take-back.ts'

/** What is known of a run before its first statement. */
export interface RunStart {
  /** A random UUID: the run's name in all its statements, before the server has given it a number. */
  readonly token: string
  readonly command: 'adopt' | 'apply' | 'create' | 'purge' | 'redo' | 'revert' | 'undo'
  readonly environment: string
  readonly toolVersion: string
  readonly osUser: string
  readonly osHost: string
  readonly plan: Plan
  readonly before: Catalog
  /** The journal has that catalog already, as the one after an earlier run (JournalHead.lastFingerprint). */
  readonly isBeforeKnown: boolean
  /** Names that it changes. */
  readonly renames: readonly Pick<Rename, 'object' | 'to'>[]
  /** Numbers of the runs that it takes back. */
  readonly undoes: readonly number[]
  /** What became of runs that died before this one (settle.ts). */
  readonly settled: readonly Settlement[]
}

/**
 * Statements of a run's life for the messages of a runner: SQL strings without a semicolon at their end, for use inside the transaction whose steps it tells of, so that they come true together. All of them do nothing where
 * the role may not write the journal. Steps are numbered from 1.
 *
 * One transaction:   BEGIN … run lock, guard, openRun, steps, finishSteps, read-back │ finishRun, COMMIT
 * Several:           BEGIN … fence, guard, openRun, COMMIT; then for each group
 *   shared and own:  BEGIN … fence, guard, steps, finishSteps, COMMIT
 *   none, batches:   BEGIN … fence, guard, startStep, COMMIT │ the step (batches: with progressOf) │
 *                    BEGIN, fence, finishSteps, COMMIT (may share a message with the next group's transaction)
 *   and at the end   BEGIN, fence, finishRun, COMMIT; after any failure ROLLBACK; BEGIN, failRun, COMMIT
 */
export function openRun(run: RunStart): string[] {
  const { token, environment, toolVersion, settled } = run
  return [
    ensureJournal(toolVersion),
    rememberEnvironment(environment),
    ...settled.map(settleStatement),
    whereJournalled(`IF NOT EXISTS (SELECT FROM trueup.runs WHERE token = '${token}') THEN
      ${insertRun(run)} END IF;`),
  ]
}

/** The step has been begun, and is in doubt if nothing more is heard of it. */
export function startStep(token: string, step: number): string {
  return whereJournalled(`UPDATE trueup.steps SET state = 'running', attempts = attempts + 1,
    started = coalesce(started, clock_timestamp()) WHERE ${stepsOf(token, step, step)};`)
}

/** Steps `first` to `last` are done, if the transaction around this commits. */
export function finishSteps(token: string, first: number, last: number): string {
  return whereJournalled(`UPDATE trueup.steps SET state = 'done', attempts = greatest(attempts, 1),
    started = coalesce(started, transaction_timestamp()), finished = clock_timestamp(), problem = NULL,
    done = total WHERE ${stepsOf(token, first, last)};`)
}

export interface Progress {
  readonly done: number
  readonly total: number
  readonly unit: 'rows' | 'blocks'
}

export function progressOf(token: string, step: number, { done, total, unit }: Progress): string {
  return whereJournalled(`UPDATE trueup.steps SET done = ${done}, total = ${total}, unit = '${unit}'
    WHERE ${stepsOf(token, step, step)};`)
}

/**
 * @param after the catalog that was read back, or the one to be expected with an SQL query for its fingerprint
 */
export function finishRun(
  token: string,
  after: Catalog | { readonly expected: Catalog; readonly fingerprintQuery: string },
): string {
  const isRead = 'objects' in after
  const fingerprint = isRead ? quoteLiteral(after.fingerprint) : `(${after.fingerprintQuery})`
  const catalog = catalogLiteral(isRead ? after : after.expected)
  return whereJournalled(`UPDATE trueup.runs SET state = 'done', finished = clock_timestamp(), problem = NULL,
    fingerprint_after = ${fingerprint}, catalog_after = ${catalog} WHERE token = '${token}';
    ${takeBack(`token = '${token}'`)}`)
}

/**
 * For a transaction after the rollback. A run of one transaction has left no row: it gets one now.
 * @param step which one failed; undefined when it was none of them (Ctrl-C, the proof)
 * @param problem what the server said, secrets already out
 */
export function failRun(run: RunStart, step: number | undefined, problem: string): string[] {
  const token = run.token
  const failed = `UPDATE trueup.steps SET state = 'failed', attempts = greatest(attempts, 1),
    finished = clock_timestamp(), problem = ${quoteLiteral(problem)} WHERE ${stepsOf(token, step ?? 0, step ?? 0)};`
  return [
    ...openRun({ ...run, settled: [] }),
    whereJournalled(`${step === undefined ? '' : failed}
      UPDATE trueup.runs SET state = 'failed', finished = clock_timestamp(), problem = ${quoteLiteral(problem)}
      WHERE token = '${token}';`),
  ]
}

function stepsOf(token: string, first: number, last: number): string {
  return `run = (SELECT id FROM trueup.runs WHERE token = '${token}') AND step BETWEEN ${first} AND ${last}`
}

function insertRun(run: RunStart): string {
  const texts = [run.token, run.command, 'running', run.environment, run.toolVersion].map(quoteLiteral)
  const { fingerprint } = run.before
  // in a database that was copied, a crash can set a sequence back: numbers are never given twice all the same
  return `IF has_sequence_privilege('trueup.runs_id_seq', 'SELECT')
      AND has_sequence_privilege('trueup.runs_id_seq', 'UPDATE') THEN
      PERFORM setval('trueup.runs_id_seq', most) FROM (SELECT max(id) AS most FROM trueup.runs) AS given
      WHERE most > (SELECT last_value FROM trueup.runs_id_seq);
    END IF;
    INSERT INTO trueup.runs (token, command, state, environment, tool_version, role, os_user, os_host,
      application, started, fingerprint_before, plan, catalog_before, undoes, renames)
    VALUES (${texts.join(', ')}, current_user, ${quoteLiteral(run.osUser)}, ${quoteLiteral(run.osHost)},
      current_setting('application_name'), clock_timestamp(), ${quoteLiteral(fingerprint)},
      ${quoteLiteral(JSON.stringify(run.plan))}, ${run.isBeforeKnown ? 'NULL' : catalogLiteral(run.before)},
      ${run.undoes.length > 0 ? `ARRAY[${run.undoes.join(', ')}]` : 'NULL'},
      ${run.renames.length > 0 ? quoteLiteral(JSON.stringify(run.renames)) : 'NULL'});
    INSERT INTO trueup.steps (run, step, kind, target, transaction, state)
    SELECT runs.id, place, step->>'kind', step->>'target', step->>'transaction', 'pending'
    FROM trueup.runs, jsonb_array_elements(plan->'steps') WITH ORDINALITY AS each (step, place)
    WHERE token = '${run.token}';`
}
