import { pathOf } from '../catalog/identify.ts'
import { type Decision, decisionText } from '../decide/decision.ts'
import type { Question } from '../decide/questions.ts'
import type { Plan } from '../plan/plan.ts'

/** Whoever takes back a run agrees that what it made is parked, and not that anything goes which nothing can park. */
export function goneForGood({ steps }: Plan, given: readonly Decision[]): Question[] {
  if (given.some(({ kind }) => kind === 'drops')) return []
  const accepted = new Set(given.flatMap((decision) => (decision.kind === 'drop' ? [decision.path] : [])))
  return steps
    .flatMap(({ hazards }) => hazards)
    .filter(({ code, object, count }) => code === 'data-loss' && count !== 0 && !accepted.has(object))
    .filter(({ object }) => !accepted.has(pathOf(object)))
    .map(({ object }) => ({
      about: 'unkept',
      object,
      answers: [decisionText({ kind: 'drop', path: pathOf(object) })],
    }))
}
