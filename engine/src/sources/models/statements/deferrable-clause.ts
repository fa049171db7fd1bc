import type { Deferrable } from '../../../models/trigger.ts'

/** ` DEFERRABLE INITIALLY DEFERRED`, or nothing. */
export function deferrableClause(deferrable: Deferrable | undefined): string {
  return deferrable === undefined ? '' : ` DEFERRABLE ${deferrable.toUpperCase()}`
}
