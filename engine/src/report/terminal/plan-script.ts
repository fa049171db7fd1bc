import type { Messages } from '../../messages/catalogue.ts'
import { fillingSetting } from '../../plan/filling-setting.ts'
import type { Step } from '../../plan/plan.ts'
import type { PlanReport } from '../plan-report.ts'
import { whereLine } from './place.ts'

/** The steps as a script for psql, transactions as `apply` makes them; stops at the first error. */
export function planScript({ planning, target }: PlanReport, texts: Messages): string {
  const { steps } = planning.plan
  if (steps.length === 0) return texts.create.nothingInScript()
  return [
    ...[whereLine(target, planning.from, texts), texts.plan.scriptHead()].map(comment),
    '\\set ON_ERROR_STOP on',
    'SET check_function_bodies = off;',
    'SET row_security = off;',
    ...sections(steps).flatMap((section) => sectionLines(section, texts)),
    '',
  ].join('\n')
}

/** Shared steps that follow each other are one transaction, the others stand alone. */
function sections(steps: readonly Step[]): Step[][] {
  const found: Step[][] = []
  for (const step of steps) {
    const last = found.at(-1)
    if (step.transaction === 'shared' && last?.[0]?.transaction === 'shared') last.push(step)
    else found.push([step])
  }
  return found
}

/** What fills rows says so, as in a run: triggers ask for it. */
function withSetting({ sql, transaction }: Step): string[] {
  return transaction === 'batches'
    ? [`SET ${fillingSetting} = 'on';`, `${sql};`, `RESET ${fillingSetting};`]
    : [`${sql};`]
}

function sectionLines(section: readonly Step[], texts: Messages): string[] {
  const isTransaction = section[0]?.transaction === 'shared' || section[0]?.transaction === 'own'
  const timeout = Math.max(0, ...section.map(({ lockTimeoutMs }) => lockTimeoutMs))
  const limit = timeout > 0 ? [`SET${isTransaction ? ' LOCAL' : ''} lock_timeout = ${timeout};`] : []
  const statements = section.flatMap((step) => ['', ...remarks(step, texts), ...withSetting(step)])
  return isTransaction
    ? ['', 'BEGIN;', ...limit, ...statements, '', 'COMMIT;']
    : ['', ...limit, ...statements.slice(1)]
}

function remarks({ sql, transaction }: Step, texts: Messages): string[] {
  return [
    ...(transaction === 'batches' ? [comment(texts.plan.scriptBatches())] : []),
    ...(/'<secret [0-9a-z]+>'/.test(sql) ? [comment(texts.plan.scriptSecret())] : []),
  ]
}

function comment(text: string): string {
  return `-- ${text.replaceAll('\n', '\n-- ')}`
}
