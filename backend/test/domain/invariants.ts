import { invariants } from '../../app/invariants/invariants.ts'

/**
 * The names of the invariants that do not hold at this moment, all asked at once: one statement, and so one snapshot.
 * On a small market nearly all of its work is to be planned, so whoever asks often prepares it.
 */
export const brokenInvariants = invariants
  .map(({ name, sql }) => `SELECT '${name.replaceAll("'", "''")}' AS name WHERE EXISTS (${sql})`)
  .join(' UNION ALL ')
