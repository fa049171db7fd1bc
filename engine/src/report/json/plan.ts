import { indexCatalog } from '../../catalog/index-catalog.ts'
import { type UndoLoss, undoLosses } from '../../plan/undo-losses.ts'
import type { PlanReport } from '../plan-report.ts'
import { summarisePlan } from '../plan-summary.ts'
import { changeJson } from './change.ts'

/** A plan for machines; with `milliseconds` one that has run. */
export function planJson(
  { planning, target, rowsInTheWay, rehearsal }: PlanReport,
  milliseconds?: number,
  command = 'apply',
): string {
  const { plan, questions, changes, from, usage } = planning
  const index = indexCatalog(from)
  const losses: UndoLoss[] = undoLosses(plan.steps, index)
  return JSON.stringify(
    {
      command: milliseconds === undefined ? 'plan' : command,
      environment: target.environment,
      place: target.place,
      serverVersion: from.serverVersion,
      changed: milliseconds !== undefined && plan.steps.length > 0,
      summary: summarisePlan(planning, index),
      steps: plan.steps,
      undo: plan.undo,
      undoLosses: losses,
      questions: questions.map((question) => ({
        ...question,
        holds: usage.lost.get(question.object) ?? null,
      })),
      rowsInTheWay,
      rehearsal: rehearsal.kind === 'passed' ? { ...rehearsal, steps: rehearsal.steps.length } : rehearsal,
      unmodelled: from.unmodelled,
      changes: changes.map(changeJson),
      ...(milliseconds === undefined ? {} : { milliseconds: Math.round(milliseconds) }),
    },
    null,
    2,
  )
}
