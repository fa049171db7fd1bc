import type { Database } from '../../postgres/database.ts'

/**
 * The statements of a reading by the names of plans that the session keeps: on a small database to plan these queries
 * takes five times as long as to run them. Only where no other session is: a pooler would give ours away.
 */
export async function keepPlans(
  statements: readonly string[],
  database: Database,
): Promise<readonly string[]> {
  if (database.profile.otherSessions) return statements
  const named = statements.map((sql, i) => ({ sql, name: isQuery(sql) ? `trueup_reading_${i}` : undefined }))
  const [kept] = await database.query(`SELECT FROM pg_prepared_statements WHERE name = 'trueup_reading_0'`)
  // under the settings of a reading: plans are made anew when the search path is another
  const preparing = named.map(({ sql, name }) => (name ? `PREPARE ${name} AS ${sql}` : sql))
  if (kept?.rows.length === 0) await database.query(['BEGIN', ...preparing, 'COMMIT'].join(';'))
  return named.map(({ sql, name }) => (name ? `EXECUTE ${name}` : sql))
}

function isQuery(sql: string): boolean {
  return /^\s*(SELECT|WITH)\b/.test(sql)
}
