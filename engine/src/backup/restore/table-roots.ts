import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Database } from '../../postgres/database.ts'
import type { TableEntry } from '../format/manifest.ts'
import { runOnAll } from '../run-on-all.ts'
import type { SchemaStatement } from '../schema/statement.ts'
import { analyze } from './run-statements.ts'

/** Bytes of rows by the table that locks are counted by: a partitioned one stands for its partitions. */
export function tableWeights(tables: readonly TableEntry[], statements: readonly SchemaStatement[]) {
  const roots = tableRoots(statements)
  const sums = new Map<ObjectId, number>()
  for (const { table, parts } of tables) {
    const root = roots.get(`table:${table}`) ?? `table:${table}`
    sums.set(root, (sums.get(root) ?? 0) + parts.reduce((sum, part) => sum + part.bytes, 0))
  }
  return (table: ObjectId) => sums.get(table) ?? 0
}

function tableRoots(statements: readonly SchemaStatement[]): ReadonlyMap<ObjectId, ObjectId> {
  const makers = statements.filter(
    ({ target, makes }) => target.startsWith('table:') && makes.includes(target),
  )
  return new Map(makers.map(({ target, locks }) => [target, locks[0] ?? target]))
}

/** Partitioned tables with all their partitions at once. */
export async function analyzeTables(
  tables: readonly TableEntry[],
  statements: readonly SchemaStatement[],
  sessions: readonly Database[],
): Promise<void> {
  const roots = tableRoots(statements)
  const filled = tables.filter(({ rows }) => rows > 0).map(({ table }) => `table:${table}`)
  const waiting = [...new Set(filled.map((id) => roots.get(id) ?? id))]
  await runOnAll(sessions, async (session, stopped) => {
    for (let id = waiting.pop(); id && !stopped(); id = waiting.pop()) await analyze(pathOf(id), session)
  })
}
