import { diedAt, type Settlement } from '../journal/settle.ts'
import type { CommandContext } from './command.ts'

/** Says what was found of runs that died; once, because the run that follows settles them. */
export function tellDeadRuns(settled: readonly Settlement[], { terminal, texts }: CommandContext): void {
  for (const { run, done, failed } of settled) {
    const what =
      failed.length > 0
        ? texts.runs.foundFailed()
        : done.length > 0
          ? texts.runs.foundDone()
          : texts.runs.foundNothing()
    const { id, command, started, steps } = run
    const who = `${run.osUser}@${run.osHost}`
    terminal.note(
      texts.runs.found({ id, command, who, started, step: diedAt(run), steps: steps.length, what }),
    )
  }
}
