import { TrueupError } from '../../errors/trueup-error.ts'
import type { Step } from '../../plan/plan.ts'
import { fingerprintQuery } from '../../sources/database/fingerprint.ts'
import { usualPath } from '../../sql/search-path.ts'
import type { StepGroup } from '../groups.ts'
import { type Left, proveAfterwards } from '../left.ts'
import { begin, guard } from '../message.ts'
import type { Run } from '../run.ts'
import { ofStep, other, send } from '../statements.ts'
import { openCrew } from './crew.ts'
import { openPace } from './pace.ts'
import {
  type BackfillStatement,
  lookSettings,
  readBackfill,
  readParts,
  remainingQuery,
  type TablePart,
} from './parts.ts'
import { openRest } from './rest.ts'
import { runPass } from './run-pass.ts'

/** After this many passes whoever undoes our work faster than we do it must be found by a person. */
const passesMax = 100

/** A row that is moved while we walk can slip through a pass or two, but not for ever. */
const idlePassesMax = 3

/**
 * Changes all rows of a table in many short transactions. Rows that were held by others, or came back to what they
 * were, are met again in the next pass. That no pass changes anything proves nothing: rows move, and a trigger or rule
 * may drop the change. So the end is one look at all rows at one moment.
 * @throws APPLY-UNFILLED
 */
export async function runBackfill(group: StepGroup, fingerprint: string, run: Run): Promise<Left> {
  const [step] = group.steps
  if (!step) throw new Error('the step of a backfill is missing')
  const { companions } = run.port
  const checks = [other(guard(fingerprint, run.database)), ...companions.begin(group).map(other)]
  await sendOrThrow([...begin(companions.fence(), run.database), ...checks, other('COMMIT')], run)
  await runPasses(step, group.first, run)
  const results = await sendOrThrow(
    [
      ...begin(companions.fence(), run.database),
      ...companions.done(group).map(other),
      other(fingerprintQuery(run.database.serverVersion)),
      other('COMMIT'),
    ],
    run,
  )
  return group.last ? proveAfterwards(run) : { fingerprint: results.at(-2)?.rows[0]?.[0] ?? '' }
}

async function runPasses(step: Step, number: number, run: Run): Promise<void> {
  const statement = readBackfill(step.sql)
  const crew = openCrew(run)
  const rest = openRest(number + 1, crew, run)
  const pace = openPace(step, number, { crew, rest }, run)
  try {
    let idle = 0
    for (let pass = 1; pass <= passesMax && idle < idlePassesMax; pass += 1) {
      const parts = await readParts(statement.table, run.database)
      const { changed, skipped } = await runPass({ statement, parts, number, step, crew, pace, rest }, run)
      if (skipped > 0) continue
      if (!(await rowsRemain(statement, parts, number, run))) return
      idle = changed === 0 ? idle + 1 : 0
    }
  } finally {
    await crew.close()
  }
  throw new TrueupError('APPLY-UNFILLED', { object: step.target, sql: step.sql })
}

async function rowsRemain(
  statement: BackfillStatement,
  parts: readonly TablePart[],
  number: number,
  run: Run,
): Promise<boolean> {
  const { companions } = run.port
  const results = await sendOrThrow(
    [
      ...begin(companions.fence(), run.database),
      ...lookSettings.map(other),
      other(usualPath),
      ...ofStep(number, remainingQuery(statement, parts), run),
      other('COMMIT'),
    ],
    run,
  )
  return results.at(-2)?.rows[0]?.[0] === 't'
}

async function sendOrThrow(statements: Parameters<typeof send>[0], run: Run) {
  const sent = await send(statements, run)
  if (sent.kind === 'passing') throw sent.error
  return sent.results
}
