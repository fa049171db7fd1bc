import { firstUserOid } from './address.ts'

/** The engine's journal and its parking place, as an SQL list. */
export const ownSchemas = `'trueup', 'trueup_parked'`

/** Schemas that are never anybody's models: PostgreSQL's own and the engine's. */
export const foreignSchemas = `nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ${ownSchemas})`

/** SQL condition: the row at this oid was made by a user, not by initdb and not by an extension. */
export function isUsers(catalog: string, oid: string): string {
  return `${oid} >= ${firstUserOid} AND NOT EXISTS (
    SELECT FROM pg_depend member
    WHERE member.classid = '${catalog}'::regclass AND member.objid = ${oid} AND member.deptype = 'e')`
}

/** SQL condition on a namespace oid column. */
export function inManagedSchema(namespace: string): string {
  return `${namespace} IN (SELECT oid FROM pg_namespace WHERE ${foreignSchemas})`
}
