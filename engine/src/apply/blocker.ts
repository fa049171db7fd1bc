/** A session or prepared transaction that stands in the way of a step. */
export interface Blocker {
  /** Absent for a prepared transaction, which has no process. */
  readonly pid?: number
  readonly user: string
  readonly application: string
  /** `client backend`, `autovacuum worker`, …, `prepared transaction`. */
  readonly type: string
  /** `active`, `idle in transaction`, … */
  readonly state: string
  /** Its last statement without literals; for a prepared transaction its name. */
  readonly query: string
  /** Age of its transaction. */
  readonly ageMs: number
  /** `AccessShareLock on public.users` */
  readonly holds: readonly string[]
  /** Tells it from a later session with the same pid. */
  readonly since: string
}

/** Two readings of the same transaction have the same key. */
export function blockerKey({ pid, since, query }: Blocker): string {
  return `${pid ?? query} ${since}`
}
