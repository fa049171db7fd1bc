import { invariants } from '../../app/invariants/invariants.ts'
import type { DomainDatabase } from './domain-database.ts'

/** All at once: one statement, and so one snapshot. */
const broken = invariants
  .map(({ name, sql }) => `SELECT '${name.replaceAll("'", "''")}' AS name WHERE EXISTS (${sql})`)
  .join(' UNION ALL ')

/** The names of the invariants that do not hold at this moment. */
export async function brokenInvariants(database: Pick<DomainDatabase, 'query'>): Promise<readonly string[]> {
  return (await database.query(broken)).map(({ name }) => String(name))
}
