import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Action } from '../action.ts'
import type { Lock } from '../lock.ts'
import type { HazardCode } from './codes.ts'

/** Something about a step that a person should know before it runs; the words are in the message catalogue. */
export interface Hazard {
  readonly code: HazardCode
  /** The object it is about: usually the step's own, sometimes a table that is locked along. */
  readonly object: ObjectId
}

/** All that a rule may look at. Rules are pure: they see a step and both sides, never a connection. */
export interface StepFacts {
  readonly action: Action
  readonly lock: Lock
  readonly from: CatalogIndex
  readonly to: CatalogIndex
  /** Estimated rows of a table that is there (pg_class.reltuples); 0 where there is none. */
  rows(table: ObjectId): number
}

export interface HazardRule {
  readonly code: HazardCode
  find(step: StepFacts): readonly ObjectId[]
}
