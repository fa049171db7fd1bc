import { pathOf } from '../../catalog/identify.ts'
import type { Messages } from '../../messages/catalogue.ts'
import type { Planning } from '../../pipeline.ts'
import type { Step } from '../../plan/plan.ts'
import type { ReportedTarget } from './creation.ts'
import { whereLine } from './place.ts'

/** A plan for people: where and how much first, then the statements, grouped by the object they are about. */
export function planLines(
  { from, plan, questions }: Planning,
  target: ReportedTarget,
  texts: Messages,
): string[] {
  const head = whereLine(target, from, texts)
  if (plan.steps.length === 0) return [head, texts.plan.nothing()]
  return [
    head,
    texts.plan.summary({ steps: plan.steps.length, kinds: countKinds(plan.steps) }),
    ...plan.steps.flatMap((step, i) => [
      '',
      `${i + 1}. ${step.kind} ${pathOf(step.target)}`,
      ...indented(step.sql),
    ]),
    ...(questions.length > 0 ? ['', texts.plan.open({ count: questions.length })] : []),
    ...questions.flatMap(({ object, answers }) => [
      `  ${object}`,
      ...answers.map((answer) => `    --accept ${answer}`),
    ]),
  ]
}

export function appliedLines({ plan }: Planning, milliseconds: number, texts: Messages): string[] {
  const seconds = (milliseconds / 1000).toFixed(2)
  if (plan.steps.length === 0) return [texts.plan.nothing()]
  return [
    ...plan.steps.map(({ kind, target }) => `  ${kind} ${pathOf(target)}`),
    texts.plan.applied({ steps: plan.steps.length, seconds }),
  ]
}

function countKinds(steps: readonly Step[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of steps) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')
}

function indented(sql: string): string[] {
  return `${sql};`.split('\n').map((line) => `     ${line}`)
}
