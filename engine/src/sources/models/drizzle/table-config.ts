import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'

export type TableConfig = ReturnType<typeof getTableConfig>

const configs = new WeakMap<PgTable, TableConfig>()

/**
 * `getTableConfig`, evaluated once for each table: foreign keys ask for their target again and again, and Drizzle's
 * `onOnly` leaves index settings behind that a second evaluation would find.
 */
export function configOf(table: PgTable): TableConfig {
  const known = configs.get(table)
  if (known !== undefined) return known
  const config = getTableConfig(table)
  configs.set(table, config)
  return config
}
