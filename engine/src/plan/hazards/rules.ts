import { blockingIndexBuild } from './blocking-index-build.ts'
import { dataLoss } from './data-loss.ts'
import type { Hazard, HazardRule, StepFacts } from './hazard.ts'

const rules: readonly HazardRule[] = [blockingIndexBuild, dataLoss]

export function findHazards(step: StepFacts): Hazard[] {
  return rules.flatMap(({ code, find }) => find(step).map((object) => ({ code, object })))
}
