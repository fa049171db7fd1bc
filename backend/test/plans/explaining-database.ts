import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { AvatarbankDatabase } from '../../app/db.ts'
import * as models from '../../app/models/index.ts'
import { type Explained, type PlanNode, readPlan } from './read-plan.ts'

/** The application's database, where every statement is explained by being tried and taken back before it runs. */
export interface ExplainingDatabase {
  readonly db: AvatarbankDatabase
  /** What was explained since the last call. */
  explained(): readonly Explained[]
  close(): Promise<void>
}

type Request = string | { readonly text: string; readonly name?: string }
type Query = (request: Request, values?: unknown[]) => Promise<pg.QueryResult>

const explain = 'EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)'

/** With the one plan for all values, which is what such a statement comes to after a few calls (manual, PREPARE). */
async function explainPrepared(
  send: Query,
  text: string,
  values: readonly unknown[],
): Promise<pg.QueryResult> {
  await send('SET LOCAL plan_cache_mode = force_generic_plan')
  await send(`PREPARE explained AS ${text}`)
  try {
    const literals = values.map((value) => (value == null ? 'NULL' : pg.escapeLiteral(String(value))))
    return await send(`${explain} EXECUTE explained${literals.length > 0 ? `(${literals})` : ''}`)
  } finally {
    await send('DEALLOCATE explained')
  }
}

export async function openExplaining(url: string): Promise<ExplainingDatabase> {
  const client = new pg.Client(url)
  await client.connect()
  // what a small table is read by should not hang on the noise of costs: JIT and parallel workers stay away
  await client.query('SET jit = off; SET max_parallel_workers_per_gather = 0')
  let found: Explained[] = []
  const send = client.query.bind(client) as unknown as Query
  let inTransaction = false
  const query: Query = async (request, values) => {
    const { text, name } = typeof request === 'string' ? { text: request } : request
    if (/^\s*(begin|commit|rollback|set|savepoint)/i.test(text)) {
      inTransaction =
        /^\s*(begin|savepoint)/i.test(text) || (inTransaction && !/^\s*(commit|rollback)/i.test(text))
      return send(request, values)
    }
    await send(inTransaction ? 'SAVEPOINT explaining' : 'BEGIN')
    try {
      const { rows } = await (name === undefined
        ? send(`${explain} ${text}`, values)
        : explainPrepared(send, text, values ?? []))
      const [{ Plan }] = rows[0]['QUERY PLAN'] as [{ Plan: PlanNode }]
      found.push({ sql: text, ...readPlan(Plan) })
    } finally {
      await send(inTransaction ? 'ROLLBACK TO explaining' : 'ROLLBACK')
    }
    return send(request, values)
  }
  client.query = query as unknown as typeof client.query
  return {
    db: drizzle(client, { schema: models }),
    explained() {
      const since = found
      found = []
      return since
    },
    close: () => client.end(),
  }
}
