import type { ObjectId } from '../catalog/object.ts'
import type { Hazard } from './hazards/hazard.ts'
import type { Lock } from './lock.ts'

/** One statement with all that a person, a runner and a journal need to know about it. */
export interface Step {
  /** What kind of change, of what kind of object: `create-index`, `alter-column`, `rename-table`. */
  readonly kind: string
  readonly target: ObjectId
  readonly sql: string
  /** `own` steps are committed by themselves before the others, which share one transaction. */
  readonly transaction: 'shared' | 'own'
  readonly lock: Lock
  /** How long it may wait for that lock, and how long it may run (0: as long as it takes); milliseconds. */
  readonly lockTimeoutMs: number
  readonly statementTimeoutMs: number
  readonly hazards: readonly Hazard[]
}

/**
 * All steps from one state of a database to another, in order. A plan is data: it can be kept, reviewed, mailed and run
 * later, on the database whose fingerprint it carries and on no other.
 */
export interface Plan {
  readonly format: 1
  /** What the server hashed its catalogs to when the plan was made. */
  readonly fromFingerprint: string
  readonly steps: readonly Step[]
  /** The statements that lead back, in order; what they cannot bring back is said by hazards. */
  readonly undo: readonly string[]
}
