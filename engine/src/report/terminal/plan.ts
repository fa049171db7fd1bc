import { pathOf } from '../../catalog/identify.ts'
import { type CatalogIndex, indexCatalog } from '../../catalog/index-catalog.ts'
import type { Messages } from '../../messages/catalogue.ts'
import type { Planning } from '../../pipeline.ts'
import { groupPlan, type PlanGroup } from '../plan-groups.ts'
import type { PlanReport } from '../plan-report.ts'
import { type PlanSummary, summarisePlan } from '../plan-summary.ts'
import { alignColumns } from './columns.ts'
import { whereLine } from './place.ts'
import { questionLines, rehearsalLines, rowLines, unmodelledLines } from './plan-remarks.ts'
import { stepLines } from './plan-step.ts'
import type { Screen } from './style.ts'
import { undoLines } from './undo.ts'
import { heldWords, lockWords, whatWords } from './words.ts'
import { wrap } from './wrap.ts'

/** A plan for people: a summary, the steps by object, and what else there is to know, most urgent last. */
export function planLines(report: PlanReport, screen: Screen, texts: Messages): string[] {
  const { planning, target } = report
  const from = indexCatalog(planning.from)
  const head = screen.style.dim(whereLine(target, planning.from, texts))
  if (planning.plan.steps.length === 0)
    return [head, texts.plan.nothing(), ...unmodelledLines(planning, screen, texts)]
  const summary = summarisePlan(planning, from)
  return [
    head,
    '',
    ...summaryLines(summary, screen, texts),
    ...groupPlan(planning, from).flatMap((group) => groupLines(group, summary, from, screen, texts)),
    ...unmodelledLines(planning, screen, texts),
    ...rehearsalLines(report, screen, texts),
    ...rowLines(report, screen, texts),
    ...questionLines(planning, screen, texts),
  ]
}

/** @param file the plan file that was run, if it was one */
export function appliedLines(
  { plan }: Planning,
  milliseconds: number,
  file: string | undefined,
  texts: Messages,
): string[] {
  const facts = { steps: plan.steps.length, seconds: (milliseconds / 1000).toFixed(2) }
  if (facts.steps === 0) return [file === undefined ? texts.plan.nothing() : texts.plan.nothingLeft({ file })]
  return [file === undefined ? texts.plan.applied(facts) : texts.plan.appliedFile({ ...facts, file })]
}

function summaryLines(summary: PlanSummary, { style, columns }: Screen, texts: Messages): string[] {
  const { lock, losses, kept, rows: involved, tables, estimateMs: milliseconds, blockedMs, hazards } = summary
  const words = texts.plan
  const mode = lockWords(lock.mode)
  const isExact = tables.every(({ exact }) => exact)
  const codes = Object.entries(hazards).map(([code, count]) => (count === 1 ? code : `${count} ${code}`))
  const rows: (readonly [string, string])[] = [
    [
      words.strongestLock(),
      lock.mode === 'none' ? words.noLock() : words.lockOn({ mode, tables: lock.relations.map(pathOf) }),
    ],
    ...(involved === 0
      ? []
      : [
          [
            words.rowsLabel(),
            words.rowsInvolved({ rows: involved, exact: isExact, tables: tables.length }),
          ] as const,
        ]),
    [words.time(), words.timeEstimate({ milliseconds, blockedMs })],
    ...losses.map(({ object, count }, i): readonly [string, string] => [
      i === 0 ? words.losses() : '',
      style.red(lossWords({ object, count }, texts)),
    ]),
    ...kept.map(({ object, count }, i): readonly [string, string] => [
      i === 0 ? words.kept() : '',
      words.loss({ what: whatWords(object, texts), held: heldWords(object, count, texts) }),
    ]),
    ...wrap(codes.join(', '), columns - 20).flatMap((line, i): (readonly [string, string])[] =>
      line === '' ? [] : [[i === 0 ? words.hazards() : '', style.yellow(line)]],
    ),
  ]
  return [
    style.bold(words.headline(summary)),
    ...alignColumns(rows.map(([label, value]) => [`  ${label}`, value])),
  ]
}

/** `table public.orders: 1,200 rows` */
export function lossWords({ object, count }: PlanSummary['losses'][number], texts: Messages): string {
  return texts.plan.loss({ what: whatWords(object, texts), held: heldWords(object, count, texts) })
}

function groupLines(
  group: PlanGroup,
  summary: PlanSummary,
  from: CatalogIndex,
  screen: Screen,
  texts: Messages,
): string[] {
  const { style } = screen
  const table = summary.tables.find((each) => each.table === group.object)
  const size =
    table && table.rows > 0 ? texts.plan.tableSize(table) : group.isNew ? texts.plan.newObject() : ''
  const title = style.bold(whatWords(group.object, texts))
  return [
    '',
    size === '' ? title : `${title}  ${style.dim(size)}`,
    ...group.steps.flatMap((numbered) => stepLines(numbered, summary.steps, from, screen, texts)),
    ...undoLines(group, screen, texts),
  ]
}
