import type { ObjectId } from '../catalog/object.ts'

/** One statement with all that a person, a runner and a journal need to know about it. */
export interface Step {
  /** What kind of change, of what kind of object: `create-index`, `alter-column`, `rename-table`. */
  readonly kind: string
  readonly target: ObjectId
  readonly sql: string
  /** `own` steps are committed by themselves before the next; the others share one transaction. */
  readonly transaction: 'shared' | 'own' | 'outside'
}

/** All steps from one state of a database to another, in order. A plan is data: it can be kept, mailed and run later. */
export interface Plan {
  readonly steps: readonly Step[]
}
