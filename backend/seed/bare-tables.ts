import type { Database } from 'trueup'
import { tableNames } from './tables.ts'

/**
 * Takes foreign keys, unique keys and indexes off the tables and gives the statements that put them back, for a load
 * of many rows in the same transaction: checked and built once in the end, they cost a fifth of what each row by
 * itself would (manual 14.4). Primary keys stay, and partitioned tables keep all, because PostgreSQL would name the
 * indexes of their partitions anew.
 */
export async function bareTables(database: Database): Promise<readonly string[]> {
  const [answer] = await database.query(secondary)
  const found = answer?.rows ?? []
  for (const [, drop] of found) await database.query(drop!)
  return found.map(([restore]) => restore!).reverse()
}

/** What puts each back, and what takes it off; foreign keys first, because they lean on unique ones. */
const secondary = `
  WITH loaded AS (
    SELECT oid AS id FROM pg_class
    WHERE relkind = 'r' AND oid IN (${tableNames.map((table) => `'${table}'::regclass`).join(', ')})
  )
  SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)),
    format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname), contype = 'f' AS refers, conname
  FROM pg_constraint c JOIN loaded ON loaded.id = conrelid
  WHERE contype IN ('f', 'u') AND conparentid = 0
  UNION ALL
  SELECT pg_get_indexdef(indexrelid), format('DROP INDEX %s', indexrelid::regclass), false, indexrelid::regclass::text
  FROM pg_index i JOIN loaded ON loaded.id = indrelid
  WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
  ORDER BY refers DESC, 4`
