import { exitCodes } from '../../errors/exit-codes.ts'
import { readParkedHere } from '../../journal/parked.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { findProject } from '../../project/find-project.ts'
import { parkedJson } from '../../report/json/parked.ts'
import { parkedLines } from '../../report/terminal/parked.ts'
import type { Command } from '../command.ts'
import { findTarget, withDiagnosis } from '../target.ts'

export const parked: Command = {
  flags: ['database', 'env', 'config', 'json'],
  async run(context) {
    const { flags, terminal, texts, workingFolder, now } = context
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'parked')
    const things = await withDiagnosis(() => withDatabase(() => target.connect(), readParkedHere))
    if (flags.json) terminal.out(parkedJson(things))
    else for (const line of parkedLines(things, now, texts)) terminal.out(line)
    return exitCodes.ok
  },
}
