import type { ApplyEvent } from '../apply/events.ts'
import { progressJson } from '../report/json/progress.ts'
import { progressText } from '../report/terminal/progress.ts'
import { cut } from '../report/terminal/wrap.ts'
import type { CommandContext } from './command.ts'

/** Without a terminal how things stand is told this often, so that a log stays short. */
const plainEveryMs = 10_000

/** Tells of a run as it goes on: a line that renews itself on a terminal, lines elsewhere, JSON lines with `--json`. */
export function showProgress({
  flags,
  language,
  terminal,
  texts,
}: CommandContext): (event: ApplyEvent) => void {
  if (flags.json) return (event) => terminal.note(progressJson(event))
  let plainAt = performance.now()
  return (event) => {
    const { lines, live } = progressText(event, language, texts)
    for (const line of lines) terminal.note(line)
    if (terminal.watched) terminal.status(() => cut(live ?? '', terminal.screen.columns - 1))
    else if (live !== undefined && performance.now() - plainAt >= plainEveryMs) {
      plainAt = performance.now()
      terminal.note(live)
    }
  }
}
