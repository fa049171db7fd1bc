import { applyPlan } from '../../src/apply/apply-plan.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { makePlan, type Planning } from '../../src/pipeline.ts'
import type { Database } from '../../src/postgres/database.ts'
import { withoutSpelling } from '../../src/rehearse/respell.ts'
import { readCatalog } from '../../src/sources/database/read-catalog.ts'
import type { Desired } from '../../src/sources/desired.ts'
import { differences } from '../../src/verify/differences.ts'
import type { Schema } from './case-folder.ts'
import { keptRows, type TableRows } from './kept-rows.ts'

export interface Outcome {
  readonly planning: Planning
  /** Differences left after the run; must be empty. */
  readonly left: readonly string[]
  /** Steps that a second plan would have; must be none. */
  readonly again: readonly string[]
  readonly rowsBefore: TableRows
  readonly rowsAfter: TableRows
}

/** A database that begins empty. */
export type OpenEmpty = () => Promise<Database>

/** Brings a database of one schema to another, as `apply` does, and gathers what the promises are judged by. */
export async function runDirection(
  start: Schema,
  goal: Schema,
  open: OpenEmpty,
  cache: string,
): Promise<Outcome> {
  const desired = await readDesired(goal, open)
  const database = await open()
  try {
    await load(start.sql, database)
    await load(start.seed, database)
    const from = await readCatalog(database)
    const planning = await makePlan(from, desired, start.decisions, cache)
    const tables = keptRows(from, planning)
    const rowsBefore = await tables.before(database)
    const left = async (after: Catalog) =>
      (await withoutSpelling(differences(after, desired), after, desired.catalog, cache)).map((change) =>
        change.kind === 'altered'
          ? `${change.to.id}: ${JSON.stringify(change.differences)}`
          : `${change.kind} ${change.object.id}`,
      )
    const after = await applyPlan(planning.plan, from, database, left)
    const again = await makePlan(after, desired, [{ kind: 'drops' }], cache)
    return {
      planning,
      left: await left(await readCatalog(database)),
      again: again.plan.steps.map(({ sql }) => sql),
      rowsBefore,
      rowsAfter: await tables.after(database),
    }
  } finally {
    await database.close()
  }
}

async function readDesired(goal: Schema, open: OpenEmpty): Promise<Desired> {
  const database = await open()
  try {
    await load(goal.sql, database)
    return { key: 'case', catalog: await readCatalog(database), tables: [] }
  } finally {
    await database.close()
  }
}

async function load(sql: string, database: Database): Promise<void> {
  if (sql.trim() === '') return
  await database.query(`SET check_function_bodies = off; SET client_min_messages = error`)
  await database.query(sql)
}
