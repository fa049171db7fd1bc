import type { Planning } from '../../pipeline.ts'
import type { ReportedTarget } from '../terminal/creation.ts'
import { changeJson } from './change.ts'

/** A plan for machines. */
export function planJson(
  { plan, questions, changes }: Planning,
  { environment, place }: ReportedTarget,
  milliseconds?: number,
): string {
  return JSON.stringify(
    {
      command: milliseconds === undefined ? 'plan' : 'apply',
      environment,
      place,
      changed: milliseconds !== undefined && plan.steps.length > 0,
      steps: plan.steps,
      questions,
      changes: changes.map(changeJson),
      ...(milliseconds === undefined ? {} : { milliseconds: Math.round(milliseconds) }),
    },
    null,
    2,
  )
}
