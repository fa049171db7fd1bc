import { applyPlan } from '../../src/apply/apply-plan.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { pathOf } from '../../src/catalog/identify.ts'
import type { Decision } from '../../src/decide/decision.ts'
import { isTrueupError } from '../../src/errors/trueup-error.ts'
import { makePlan, type Planning } from '../../src/pipeline.ts'
import type { Database } from '../../src/postgres/database.ts'
import { rehearse } from '../../src/rehearse/rehearse.ts'
import { withoutSpelling } from '../../src/rehearse/respell.ts'
import { findRowsInTheWay } from '../../src/rows/run-checks.ts'
import { readCatalog } from '../../src/sources/database/read-catalog.ts'
import type { Desired } from '../../src/sources/desired.ts'
import { differences } from '../../src/verify/differences.ts'
import { keptRows } from '../cases/kept-rows.ts'
import { loadLeniently } from './load-leniently.ts'
import type { SchemaPair } from './schema-pair.ts'
import { seedRows } from './seed-rows.ts'

export type OpenEmpty = () => Promise<Database>

export interface PairOptions {
  readonly open: OpenEmpty
  readonly cache: string
  readonly onlineRows?: number
}

/**
 * Brings a database with rows from one schema to the other and holds it to the promises.
 * @returns what was broken; empty when all is well
 */
export async function runPair(pair: SchemaPair, options: PairOptions): Promise<string[]> {
  const desired = await makeGoal(pair.to, options.open)
  const database = await options.open()
  try {
    await loadLeniently(pair.from, database)
    await seedRows(database)
    const seeded = await plan(database, desired, options)
    const inTheWay = await findRowsInTheWay(seeded.rowChecks, database)
    const broken =
      inTheWay.length === 0 ? await unlessExcluded(keepsPromises(seeded, database, options)) : null
    if (broken) return broken
    await database.query(withoutRows) // the same change must work where no row is in the way
    return await keepsPromises(await plan(database, desired, options), database, options)
  } catch (error) {
    return [describe(error)]
  } finally {
    await database.close()
  }
}

/** Rows that exclude each other are found by PostgreSQL alone, when it makes the constraint. */
async function unlessExcluded(outcome: Promise<string[]>): Promise<string[] | null> {
  return outcome.catch((error: unknown) => {
    if (isTrueupError(error, 'APPLY-STEP') && error.parameters.sqlstate === exclusionViolation) return null
    throw error
  })
}

const exclusionViolation = '23P01'

async function makeGoal(statements: readonly string[], open: OpenEmpty): Promise<Desired> {
  const database = await open()
  try {
    await loadLeniently(statements, database)
    const catalog = await readCatalog(database)
    return { key: 'soak', extensions: [], catalog, tables: [], extent: 'whole-database' }
  } finally {
    await database.close()
  }
}

const drops: readonly Decision[] = [{ kind: 'drops' }]

async function plan(database: Database, desired: Desired, { cache, onlineRows }: PairOptions) {
  const options = onlineRows === undefined ? {} : { onlineRows }
  return makePlan(await readCatalog(database), desired, drops, cache, options)
}

async function keepsPromises(
  planning: Planning,
  database: Database,
  { cache }: PairOptions,
): Promise<string[]> {
  const { from, desired } = planning
  const broken: string[] = []
  const rehearsal = await rehearse({ plan: planning.plan, from, unparked: [] }, desired.catalog, cache)
  if (rehearsal.kind === 'impossible') broken.push(`rehearsal impossible: ${rehearsal.reason}`)
  const tables = keptRows(from, planning, changingValues(planning))
  const before = await tables.before(database)
  const left = async (after: Catalog) =>
    (await withoutSpelling(differences(after, desired), after, desired.catalog, cache)).map((change) =>
      JSON.stringify(change.kind === 'altered' ? [change.to.id, change.differences] : change),
    )
  const after = await applyPlan(planning.plan, from, database, left)
  const again = await makePlan(after, desired, drops, cache)
  broken.push(...again.plan.steps.map(({ sql }) => `a second plan has: ${sql}`))
  const rows = await tables.after(database)
  if (JSON.stringify(rows) !== JSON.stringify(before))
    broken.push(`rows were ${JSON.stringify(before)}, are ${JSON.stringify(rows)}`)
  return broken
}

/** Columns whose type changes, or what their type is made of: a value need not look the same afterwards. */
function changingValues({ changes, from }: Planning): string[] {
  const altered = new Set(
    changes.map((change) => (change.kind === 'altered' ? change.to.id : change.object.id)),
  )
  return [...from.objects.values()].flatMap((column) =>
    column.kind === 'column' && (altered.has(column.id) || column.needs.some((id) => altered.has(id)))
      ? [pathOf(column.id)]
      : [],
  )
}

const withoutRows = `DO $$ DECLARE each regclass; BEGIN
  FOR each IN SELECT oid FROM pg_class WHERE relkind IN ('r', 'p') AND oid >= 16384 LOOP
    EXECUTE format('TRUNCATE %s CASCADE', each);
  END LOOP;
END $$`

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const parameters = isTrueupError(error) ? ` ${JSON.stringify(error.parameters)}` : ''
  return `${error.stack?.split('\n').slice(0, 6).join('\n')}${parameters}`
}
