import { applyPlan } from '../../src/apply/apply-plan.ts'
import { quietPort } from '../../src/apply/run-port.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { extensionNames } from '../../src/catalog/extension-names.ts'
import type { ObjectId } from '../../src/catalog/object.ts'
import type { Decision } from '../../src/decide/decision.ts'
import { makePlan, type Planning } from '../../src/pipeline.ts'
import type { Database } from '../../src/postgres/database.ts'
import { withoutSpelling } from '../../src/rehearse/respell.ts'
import { readCatalog } from '../../src/sources/database/read-catalog.ts'
import type { Desired } from '../../src/sources/desired.ts'
import { differences } from '../../src/verify/differences.ts'
import type { CaseSettings, Schema } from './case-folder.ts'
import { keptRows, type TableRows } from './kept-rows.ts'

export interface Outcome {
  readonly planning: Planning
  /** Differences left after the run; must be empty. */
  readonly left: readonly string[]
  /** Steps that a second plan would have; must be none. */
  readonly again: readonly string[]
  readonly rowsBefore: TableRows
  readonly rowsAfter: TableRows
  /** What pg_dump says of the database after the run, and of one that was made as the goal. */
  readonly dump: string | undefined
  readonly wantedDump: string | undefined
}

/** A database that begins empty; where pg_dump can be had quickly it is a witness that shares no code with us. */
export interface EmptyDatabase extends Database {
  /** @param grants with owners and grants */
  dump?(grants: boolean): Promise<string>
}
export type OpenEmpty = () => Promise<EmptyDatabase>

/** Brings a database of one schema to another, as `apply` does, and gathers what the promises are judged by. */
export async function runDirection(
  start: Schema,
  goal: Schema,
  open: OpenEmpty,
  cache: string,
  { valuesChange = [], grants = false, online = false, unmentioned = [] }: CaseSettings = {},
): Promise<Outcome> {
  const made = await makeGoal(goal, open, grants, unmentioned)
  const database = await open()
  try {
    await load(start.sql, database)
    await load(start.seed, database)
    return await bringTo(made, start.decisions, database, cache, { valuesChange, online })
  } finally {
    await database.close()
  }
}

/** Brings a database, as it is, to a goal. */
export async function bringTo(
  { desired, dump: wantedDump }: Goal,
  decisions: readonly Decision[],
  database: EmptyDatabase,
  cache: string,
  { valuesChange = [], online = false }: Pick<CaseSettings, 'valuesChange' | 'online'> = {},
): Promise<Outcome> {
  const from = await readCatalog(database)
  const planning = await makePlan(from, desired, decisions, cache, online ? { onlineRows: 0 } : {})
  const tables = keptRows(from, planning, valuesChange)
  const rowsBefore = await tables.before(database)
  const left = async (after: Catalog) =>
    (await withoutSpelling(differences(after, desired), after, desired.catalog, cache)).map((change) =>
      change.kind === 'altered'
        ? `${change.to.id}: ${JSON.stringify(change.differences)}`
        : `${change.kind} ${change.object.id}`,
    )
  const secrets = new Map([...from.secrets, ...desired.catalog.secrets])
  const after = await applyPlan(planning.plan, from, database, left, { ...quietPort, secrets })
  const again = await makePlan(after, desired, [{ kind: 'drops' }], cache)
  return {
    planning,
    left: await left(after),
    again: again.plan.steps.map(({ sql }) => sql),
    rowsBefore,
    rowsAfter: await tables.after(database),
    dump: await database.dump?.(desired.grants === true),
    wantedDump,
  }
}

/** What is to come out, and what pg_dump says of it. */
export interface Goal {
  readonly desired: Desired
  readonly dump: string | undefined
}

/** A database made as the goal, looked at, and what is to come out. */
export async function makeGoal(
  goal: Schema,
  open: OpenEmpty,
  grants: boolean,
  unmentioned: readonly ObjectId[],
): Promise<Goal> {
  const database = await open()
  try {
    await load(goal.sql, database)
    const catalog = withoutUnmentioned(await readCatalog(database), unmentioned)
    const extensions = extensionNames(catalog)
    const desired: Desired = {
      key: 'case',
      extensions,
      catalog,
      tables: [],
      extent: unmentioned.length > 0 ? 'mentioned-schemas' : 'whole-database',
      grants,
    }
    return { desired, dump: await database.dump?.(grants) }
  } finally {
    await database.close()
  }
}

function withoutUnmentioned(catalog: Catalog, unmentioned: readonly ObjectId[]): Catalog {
  const isMentioned = (id: ObjectId | null): boolean =>
    id === null || (!unmentioned.includes(id) && isMentioned(catalog.objects.get(id)?.parent ?? null))
  return { ...catalog, objects: new Map([...catalog.objects].filter(([id]) => isMentioned(id))) }
}

export async function load(sql: string, database: Database): Promise<void> {
  if (sql.trim() === '') return
  await database.query(`SET check_function_bodies = off; SET client_min_messages = error`)
  await database.query(sql)
}
