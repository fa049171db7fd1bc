import { applyPlan } from '../../engine/src/apply/apply-plan.ts'
import { noCompanions, quietPort } from '../../engine/src/apply/run-port.ts'
import type { Step } from '../../engine/src/plan/plan.ts'
import { timeLimits } from '../../engine/src/plan/time-limits.ts'
import type { Database } from '../../engine/src/postgres/database.ts'
import { readCatalog } from '../../engine/src/sources/database/read-catalog.ts'

export interface MeasuredBackfill {
  readonly rows: number
  readonly milliseconds: number
  /** Transactions that it took, the last pass that finds nothing included. */
  readonly batches: number
  /** The same UPDATE as one statement, on a table just like it. */
  readonly oneStatementMs: number
}

/** A table of some columns and a primary key, whose new column has no value yet. */
export async function measureBackfill(rows: number, database: Database): Promise<MeasuredBackfill> {
  const update = (table: string) => `UPDATE public.${table} SET filled = id WHERE filled IS NULL`
  await makeTable('plain', rows, database)
  const oneStatementMs = await timed(() => database.query(update('plain')))
  await database.query('DROP TABLE plain')
  await makeTable('batched', rows, database)
  let batches = 0
  const countBatch = () => {
    batches += 1
    return []
  }
  const from = await readCatalog(database)
  const plan = {
    format: 1,
    fromFingerprint: from.fingerprint,
    steps: [step(update('batched'))],
    undo: [],
  } as const
  const port = { ...quietPort, companions: { ...noCompanions, batch: countBatch } }
  const milliseconds = await timed(() => applyPlan(plan, from, database, async () => [], port))
  await database.query('DROP TABLE batched')
  return { rows, milliseconds, batches, oneStatementMs }
}

async function makeTable(name: string, rows: number, database: Database): Promise<void> {
  await database.query(`CREATE TABLE public.${name} (id bigint PRIMARY KEY, name text, amount int, filled bigint);
    INSERT INTO public.${name} SELECT i, 'name ' || i, i % 1000 FROM generate_series(1, ${rows}) i`)
  await database.query(`VACUUM ANALYZE public.${name}`)
  await database.query('CHECKPOINT')
}

function step(sql: string): Step {
  const lock = { mode: 'row-exclusive', relations: ['table:public.batched'] } as const
  return {
    kind: 'fill-column',
    target: 'column:public.batched.filled',
    sql,
    transaction: 'batches',
    lock,
    ...timeLimits('batches', lock),
    cleanup: null,
    work: { kind: 'update', tables: lock.relations },
    estimateMs: 0,
    hazards: [],
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
