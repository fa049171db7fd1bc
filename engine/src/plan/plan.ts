import type { ObjectId } from '../catalog/object.ts'
import type { Hazard } from './hazards/hazard.ts'
import type { Lock } from './lock.ts'
import type { ParkingRecord } from './park/parked-thing.ts'
import type { Work } from './work.ts'

/**
 * How a step is committed.
 * - `shared`: with the shared steps before and after it, in one transaction.
 * - `own`: in a transaction by itself (VALIDATE; a new enum value).
 * - `none`: outside of any, as CREATE INDEX CONCURRENTLY and its like demand.
 * - `batches`: in many short transactions over parts of one table. The statement is an UPDATE of the whole table that
 *   ends in a condition, so that a range of ctid can be added with AND; rows it has changed no longer fulfil it.
 */
export type TransactionMode = 'shared' | 'own' | 'none' | 'batches'

/** One statement with all that a person, a runner and a journal need to know about it. */
export interface Step {
  /** What kind of change, of what kind of object: `create-index`, `alter-column`, `rename-table`. */
  readonly kind: string
  readonly target: ObjectId
  readonly sql: string
  readonly transaction: TransactionMode
  readonly lock: Lock
  /** How long it may wait for that lock, and how long it may run (0: as long as it takes); milliseconds. */
  readonly lockTimeoutMs: number
  readonly statementTimeoutMs: number
  /** Takes away what a failed try leaves behind, before the next one (an invalid index); runs outside a transaction. */
  readonly cleanup: string | null
  /** What it does with rows that are there, and for how long, without waiting (plan/estimate.ts). */
  readonly work: Work
  readonly estimateMs: number
  readonly hazards: readonly Hazard[]
  /** What was parked with this step, or brought back: written into the journal when it is done. */
  readonly parking?: ParkingRecord
}

/** A step before anybody has looked at what it does to rows and to others. */
export type StepDraft = Omit<Step, 'work' | 'estimateMs' | 'hazards'>

/** One statement of the way back. */
export interface UndoStep {
  readonly target: ObjectId
  readonly sql: string
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
  readonly undo: readonly UndoStep[]
}
