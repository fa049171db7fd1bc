import { exitCodes } from '../../errors/exit-codes.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { readJournalHead, readRun, readRuns } from '../../journal/read-runs.ts'
import type { Database } from '../../postgres/database.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { findProject } from '../../project/find-project.ts'
import { historyJson, runJson } from '../../report/json/runs.ts'
import { historyLines, runLines } from '../../report/terminal/runs.ts'
import type { Command, CommandContext } from '../command.ts'
import { runNumber } from '../run-number.ts'
import { findTarget, withDiagnosis } from '../target.ts'

export const history: Command = {
  flags: ['database', 'env', 'config', 'json'],
  word: '[<run>]',
  async run(context) {
    const { flags, word, terminal, workingFolder } = context
    const id = word === undefined ? undefined : runNumber(word)
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'history')
    const lines = await withDiagnosis(() =>
      withDatabase(target.connect, (database) =>
        id === undefined ? allRuns(database, context) : oneRun(id, database, context),
      ),
    )
    for (const line of lines) terminal.out(line)
    return exitCodes.ok
  },
}

async function allRuns(database: Database, { flags, texts }: CommandContext): Promise<string[]> {
  const { format } = await readJournalHead(database)
  const runs = format === 0 ? [] : await readRuns(database, runsMax)
  return flags.json ? [historyJson(runs)] : historyLines(runs, texts)
}

const runsMax = 100

async function oneRun(id: number, database: Database, { flags, texts }: CommandContext): Promise<string[]> {
  const { format } = await readJournalHead(database)
  const run = format === 0 ? undefined : await readRun(database, id)
  if (!run) throw new TrueupError('RUN-UNKNOWN', { id })
  return flags.json ? [runJson(run)] : runLines(run, texts)
}
