import { TrueupError } from '../errors/trueup-error.ts'
import type { Planning } from '../pipeline.ts'
import type { Database, Place } from '../postgres/database.ts'
import { connectServer } from '../postgres/server.ts'
import { parseConnectionUrl } from '../postgres/url/connection-url.ts'
import { withDatabase } from '../postgres/with-database.ts'
import { judged, type Rehearsal, rehearse, rehearsedPart } from '../rehearse/rehearse.ts'
import { rehearseOn } from '../rehearse/rehearse-on.ts'
import type { PlanReport } from '../report/plan-report.ts'
import { findMissingRoles } from '../rows/missing-roles.ts'
import { findRowsInTheWay } from '../rows/run-checks.ts'
import type { CommandContext } from './command.ts'
import type { PlanningInput } from './planning.ts'

type Surroundings = Pick<PlanningInput, 'project' | 'target'>

/**
 * Tries a plan as far as that can be done without changing anything: against the rows, then on a copy. Rows in the
 * way are told; a rehearsal that fails is an error.
 */
export async function examine(
  planning: Planning,
  database: Database,
  surroundings: Surroundings,
  context: CommandContext,
): Promise<PlanReport> {
  const { plan, questions, rowChecks } = planning
  const { target } = surroundings
  if (questions.length > 0) return { target, planning, rowsInTheWay: [], rehearsal: { kind: 'waits' } }
  const rowsInTheWay = plan.steps.length > 0 ? await findRowsInTheWay(rowChecks, database) : []
  if (rowsInTheWay.length > 0) return { target, planning, rowsInTheWay, rehearsal: { kind: 'waits' } }
  if (context.flags['no-rehearsal'] || plan.steps.length === 0)
    return { target, planning, rowsInTheWay, rehearsal: { kind: 'skipped' } }
  return { target, planning, rowsInTheWay, rehearsal: await rehearsal(planning, surroundings, context) }
}

/** Roles are the server's, not the database's: one that is not there is named before anything is changed. */
export async function refuseMissingRoles({ roles }: Planning, database: Database): Promise<void> {
  const missing = await findMissingRoles(roles, database)
  if (missing.length > 0) throw new TrueupError('PLAN-ROLES', { roles: missing })
}

/** Rows that cannot come along stop everything before it begins. */
export function refuseRowsInTheWay({ rowsInTheWay: rows }: PlanReport): void {
  if (rows.length > 0) throw new TrueupError('PLAN-ROWS', { rows })
}

async function rehearsal(
  { plan, found: from, desired, unparked, hidden }: Planning,
  { project, target }: Surroundings,
  { flags, signal }: CommandContext,
): Promise<Rehearsal> {
  const url = flags['rehearse-on'] ?? project.config.rehearseOn?.(target.settings)
  if (url === undefined) return rehearse({ plan, from, unparked, hidden }, desired.catalog, project.cache)
  const { connection, problems } = parseConnectionUrl(url)
  if (problems) {
    const origin = { variable: 'rehearse-on', origin: '--rehearse-on' }
    throw new TrueupError('SETTINGS-INVALID', {
      problems: problems.map((problem) => ({ ...origin, problem })),
    })
  }
  if (isSame(connection, target.place)) throw new TrueupError('REHEARSAL-SAME-DATABASE', undefined)
  const connect = () => connectServer(connection, { applicationName: 'trueup rehearsal', signal })
  const piece = { plan, from, unparked, hidden }
  const rehearsed = await withDatabase(connect, (scratch) => rehearseOn(scratch, piece, desired.catalog))
  const copy = rehearsedPart(piece, desired.catalog)
  return judged(rehearsed, { plan, copy, desired: desired.catalog, cache: project.cache })
}

function isSame(connection: { host: string; port: number; database: string }, place: Place): boolean {
  return (
    place.kind === 'server' &&
    connection.host === place.host &&
    connection.port === place.port &&
    connection.database === place.database
  )
}
