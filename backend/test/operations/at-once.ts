import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { cancelByAdmin } from '../../app/operations/generations/cancel-by-admin.ts'
import type { Market } from './describe-market.ts'
import { expecting } from './people.ts'

/**
 * Lets several operations meet: all begin while a transaction of ours holds `rows` (a SELECT without its lock), and
 * go on together when those that must wait for it are waiting. Gives what came of each, in their order.
 */
export async function atOnce<Outcome>(
  { db, query }: Market,
  rows: string,
  operations: readonly (() => Promise<Outcome>)[],
): Promise<readonly Outcome[]> {
  let outcomes: Promise<readonly Outcome[]> | undefined
  await db.transaction(async (tx) => {
    await tx.execute(sql.raw(`${rows} FOR UPDATE`))
    outcomes = Promise.all(operations.map((operation) => operation()))
    outcomes.catch(() => {}) // awaited below
    const waiting = async () => (await query(waitingSessions)).length
    for (let turn = 0, before = -1; turn < 40; turn++) {
      await sleep(5)
      const now = await waiting()
      if (now > 0 && now === before) break
      before = now
    }
  })
  return outcomes!
}

const waitingSessions = `
  SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`

export function rowOf(table: string, id: number): string {
  return `SELECT FROM ${table} WHERE id = ${id}`
}

/** Lets operations of several kinds meet; how often each kind of outcome came. */
export async function race(
  market: Market,
  rows: string,
  ...operations: readonly (() => Promise<{ readonly kind: string }>)[]
): Promise<Readonly<Record<string, number>>> {
  return kindsOf(await atOnce(market, rows, operations))
}

/** How often each kind of outcome came. */
export function kindsOf(outcomes: readonly { readonly kind: string }[]): Readonly<Record<string, number>> {
  const kinds: Record<string, number> = {}
  for (const { kind } of outcomes) kinds[kind] = (kinds[kind] ?? 0) + 1
  return kinds
}

export function times<Value>(count: number, make: (index: number) => Value): readonly Value[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** Ends what a race has left open, so that the next test finds an empty queue. */
export async function clearQueue({ db, query, admin }: Market): Promise<void> {
  const open = await query(`SELECT generation_id FROM tasks WHERE status IN ('queued', 'running')`)
  for (const row of open) {
    const generation = Number(row['generation_id'])
    await expecting('canceled', cancelByAdmin(db, { generation, admin, refund: 'everything' }))
  }
}
