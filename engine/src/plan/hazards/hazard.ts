import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { StepDraft } from '../plan.ts'
import type { Usage } from '../usage.ts'
import type { Work } from '../work.ts'
import type { HazardCode } from './codes.ts'

/** Something about a step that a person should know before it runs; the words are in the message catalogue. */
export interface Hazard extends Finding {
  readonly code: HazardCode
}

export interface Finding {
  /** The object it is about: usually the step's own, sometimes a table that is locked along. */
  readonly object: ObjectId
  /** Rows, values, scans or per cent, whatever the words of this hazard count. */
  readonly count?: number
}

/** All that a rule may look at. Rules are pure: they see a step and both sides, never a connection. */
export interface StepFacts {
  readonly step: StepDraft
  readonly work: Work
  /** All steps before it. */
  before(): readonly StepDraft[]
  readonly from: CatalogIndex
  readonly to: CatalogIndex
  readonly usage: Usage
  /** Rows of a table that is there, counted or estimated; 0 where there is none. */
  rows(table: ObjectId): number
}

/** One file per rule. What was found of the same object before is not told again. */
export interface HazardRule {
  readonly code: HazardCode
  find(step: StepFacts): readonly Finding[]
}
