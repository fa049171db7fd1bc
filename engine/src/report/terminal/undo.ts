import { unreachable } from '../../assert/unreachable.ts'
import type { Messages } from '../../messages/catalogue.ts'
import type { UndoLoss } from '../../plan/undo-losses.ts'
import type { PlanGroup } from '../plan-groups.ts'
import type { Screen } from './style.ts'
import { heldWords, whatWords } from './words.ts'
import { hanging } from './wrap.ts'

/** The statements of the way back, each on one line, and what they do not bring back. */
export function undoLines(
  { undo, undoLosses }: PlanGroup,
  { style, columns }: Screen,
  texts: Messages,
): string[] {
  if (undo.length === 0 && undoLosses.length === 0) return []
  const indent = '      '
  return [
    `    ${style.dim(texts.plan.way())}`,
    ...undo.map(({ sql }) => style.dim(`${indent}${oneLine(sql)};`)),
    ...undoLosses.flatMap((loss) =>
      hanging(indent, texts.plan.notExact({ reason: reasonWords(loss, texts) }), columns).map(style.yellow),
    ),
  ]
}

/** Cut where a person stops reading; the whole stands in `--json`. */
function oneLine(sql: string): string {
  const line = sql.replace(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}

function reasonWords({ object, reason, count }: UndoLoss, texts: Messages): string {
  const what = whatWords(object, texts)
  switch (reason) {
    case 'rows-gone':
      return texts.plan.undoRowsGone({ what, held: heldWords(object, count, texts) })
    case 'values-gone':
      return texts.plan.undoValuesGone({ what })
    case 'filled':
      return texts.plan.undoFilled({ what })
    case 'computed':
      return texts.plan.undoComputed({ what })
    default:
      return unreachable(reason)
  }
}
