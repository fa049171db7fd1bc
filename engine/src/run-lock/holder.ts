import { doBlock } from '../sql/do-block.ts'
import { isRunLock } from './key.ts'

/** Who holds the run lock now. */
export type LockHolder =
  | {
      readonly kind: 'session'
      readonly pid: number
      readonly role: string | null
      readonly application: string | null
      readonly address: string | null
      /** `active`, `idle`, `idle in transaction`; null where this role may not see it. */
      readonly state: string | null
      /** Since it last began or ended a statement. */
      readonly quietSeconds: number | null
    }
  | {
      readonly kind: 'lease'
      readonly number: number
      readonly owner: LeaseOwner
      readonly expires: string
      readonly isOver: boolean
    }

/** Who took a lease, in the lease's own row. */
export interface LeaseOwner {
  readonly osUser: string
  readonly osHost: string
  readonly role: string
  readonly since: string
}

/** The session that holds the run lock, this one excepted: one row or none. */
export const holderQuery = `SELECT 'session' AS kind, pid, usename AS role, application_name AS application,
    client_addr AS address, state,
    extract(epoch FROM clock_timestamp() - coalesce(state_change, backend_start))::int AS "quietSeconds"
  FROM pg_locks LEFT JOIN pg_stat_activity USING (pid)
  WHERE ${isRunLock} AND pid <> pg_backend_pid() LIMIT 1`

/** Two statements for a transaction; the second one's cell is the living lease as JSON, or empty. */
export const leaseHolderStatements: readonly string[] = [
  doBlock(
    `PERFORM set_config('trueup.lease', '', true);
    IF to_regclass('trueup.journal') IS NULL OR NOT has_schema_privilege('trueup', 'USAGE')
      OR NOT has_table_privilege('trueup.journal', 'SELECT') THEN RETURN; END IF;
    PERFORM set_config('trueup.lease', json_build_object('kind', 'lease', 'number', lease_number,
      'owner', json_build_object('osUser', lease_os_user,
      'osHost', lease_os_host, 'role', lease_role, 'since', lease_since), 'expires', lease_expires, 'isOver', lease_expires < clock_timestamp())::text, true)
    FROM trueup.journal WHERE lease_token IS NOT NULL;`,
  ),
  `SELECT current_setting('trueup.lease')`,
]
