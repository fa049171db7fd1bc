import { drizzle } from 'drizzle-orm/node-postgres'
import type { Pool, QueryConfig } from 'pg'
import * as models from '../../backend/app/models/index.ts'
import type { Contest, Facts } from './contests.ts'

/** The statement of an operation: its first, and on the way that is measured its only one. */
export interface Recorded {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** Runs the operation once with sentinels for its inputs, and keeps what it sends. */
export async function record(contest: Contest, pool: Pool): Promise<Recorded> {
  const sent: Recorded[] = []
  const logger = {
    logQuery: (sql: string, parameters: unknown[]) => {
      sent.push({ sql, parameters })
    },
  }
  const values = Object.fromEntries(contest.inputs.map(({ name, sentinel }) => [name, sentinel]))
  await contest.run(drizzle(pool, { schema: models, logger }), values)
  return sent[0]!
}

/** The same statement as a script of pgbench (manual, pgbench, "Custom Scripts"). */
export function pgbenchScript({ sql, parameters }: Recorded, { inputs }: Contest, facts: Facts): string {
  const statement = sql.replace(/\$(\d+)/g, (_, position) => {
    const value = parameters[Number(position) - 1]
    const input = inputs.find(({ sentinel }) => String(sentinel) === String(value))
    return input?.use ?? literal(value)
  })
  return [...inputs.map(({ set }) => set(facts)), `${statement};`, ''].join('\n')
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  return `'${String(value).replaceAll("'", "''")}'`
}

/** One call of the statement, past all layers above the driver; a name has each connection prepare it once. */
export function drawCall(
  { sql, parameters }: Recorded,
  { name, inputs }: Contest,
  facts: Facts,
): QueryConfig {
  const drawn = new Map(inputs.map((input) => [String(input.sentinel), input.draw(facts)]))
  return { name, text: sql, values: parameters.map((value) => drawn.get(String(value)) ?? value) }
}
