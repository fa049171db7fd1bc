import type { Change } from '../../diff/change.ts'
import type { Messages } from '../../messages/catalogue.ts'
import { type DriftGroup, type DriftReport, groupDrift } from '../drift-groups.ts'
import { describeChanges } from './difference.ts'
import { whereLine } from './place.ts'
import type { Screen } from './style.ts'
import { whatWords } from './words.ts'

/** What somebody has changed since the last run, object by object, with the SQL that does the same. */
export function driftLines(report: DriftReport, screen: Screen, texts: Messages): string[] {
  const { target, since, drift } = report
  const { run, command, who, finished } = since
  const head = [
    screen.style.dim(whereLine(target, drift.now, texts)),
    screen.style.dim(texts.drift.since({ run, command, who, finished: minute(finished) })),
  ]
  const ignored = drift.ignored.length
  const rules = ignored === 0 ? [] : [screen.style.dim(texts.drift.ignored({ count: ignored }))]
  if (drift.changes.length === 0) return [...head, texts.drift.none({ run }), ...rules]
  return [
    ...head,
    ...groupDrift(report).flatMap((group) => groupLines(group, screen, texts)),
    '',
    texts.drift.found({ count: driftCount(drift.changes, texts), run }),
    ...rules,
    texts.drift.next(),
  ]
}

/** As many as people see: what goes with another object is not counted. */
export function driftCount(changes: readonly Change[], texts: Messages): number {
  return describeChanges(changes, texts, texts.drift).length
}

function groupLines(
  { object, changes, statements, runs }: DriftGroup,
  { style }: Screen,
  texts: Messages,
): string[] {
  return [
    '',
    style.bold(whatWords(object, texts)),
    ...describeChanges(changes, texts, texts.drift).map((line) => `  ${style.yellow(line)}`),
    ...runs.map((run) => `  ${style.dim(texts.drift.byRun({ run }))}`),
    ...statements.flatMap((sql) => `${sql};`.split('\n').map((line) => `    ${line}`)),
  ]
}

/** `2026-11-22 18:05` */
function minute(time: string): string {
  return time.slice(0, 16).replace('T', ' ')
}
