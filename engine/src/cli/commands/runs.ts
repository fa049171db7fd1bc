import { exitCodes } from '../../errors/exit-codes.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { type Control, controlRun } from '../../journal/control-run.ts'
import { readJournalHead, readRunning } from '../../journal/read-runs.ts'
import type { Database } from '../../postgres/database.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { findProject } from '../../project/find-project.ts'
import { runningJson } from '../../report/json/runs.ts'
import { runningLines } from '../../report/terminal/runs.ts'
import type { Command, CommandContext } from '../command.ts'
import type { Flags } from '../flags.ts'
import { runNumber } from '../run-number.ts'
import { findTarget, withDiagnosis } from '../target.ts'

export const runs: Command = {
  flags: ['pause', 'resume', 'speed', 'database', 'env', 'config', 'json'],
  word: '[<run>]',
  async run(context) {
    const { flags, word, terminal, workingFolder } = context
    const control = controlOf(flags)
    const id = word === undefined ? undefined : runNumber(word)
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'runs')
    const lines = await withDiagnosis(() =>
      withDatabase(target.connect, async (database) => {
        if (control) await obey(control, id, database, context)
        return running(database, context)
      }),
    )
    for (const line of lines) terminal.out(line)
    return exitCodes.ok
  },
}

function controlOf({ pause, resume, speed }: Flags): Control | undefined {
  if (!pause && !resume && speed === undefined) return undefined
  const percent = speed === undefined ? undefined : Number(/^(\d+)%?$/.exec(speed)?.[1])
  if ((pause && resume) || (percent !== undefined && !(percent >= 1 && percent <= 100)))
    throw new TrueupError('USAGE-CONTROL', undefined)
  return { paused: pause ? true : resume ? false : undefined, speed: percent }
}

/** Without a number, the one run that is at work. */
async function obey(
  control: Control,
  id: number | undefined,
  database: Database,
  { terminal, texts }: CommandContext,
): Promise<void> {
  const { format } = await readJournalHead(database)
  const atWork = format === 0 ? [] : await readRunning(database)
  const run = atWork.find((each) => each.id === (id ?? atWork.at(-1)?.id))
  if (!run || !(await controlRun(database, run.id, control))) throw new TrueupError('RUN-NOT-AT-WORK', { id })
  terminal.note(texts.runs.asked({ id: run.id }))
}

async function running(database: Database, { flags, texts }: CommandContext): Promise<string[]> {
  const head = await readJournalHead(database)
  const atWork = head.format === 0 ? [] : await readRunning(database)
  return flags.json ? [runningJson(atWork, head.holder)] : runningLines(atWork, head.holder, texts)
}
