import { exitCodes } from '../../errors/exit-codes.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { findProject } from '../../project/find-project.ts'
import { unlock as endLock } from '../../run-lock/unlock.ts'
import type { Command } from '../command.ts'
import { findTarget, withDiagnosis } from '../target.ts'

export const unlock: Command = {
  flags: ['database', 'env', 'config', 'json'],
  async run(context) {
    const { flags, terminal, texts, workingFolder } = context
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'unlock')
    const outcome = await withDiagnosis(() => withDatabase(target.connect, (database) => endLock(database)))
    if (flags.json) terminal.out(JSON.stringify({ command: 'unlock', ...outcome }, null, 2))
    else if (outcome.kind === 'free') terminal.out(texts.runs.lockFree())
    else if (outcome.kind === 'ended') terminal.out(texts.runs.lockEnded({ holder: outcome.holder }))
    else terminal.out(texts.runs.lockAlive(outcome))
    return outcome.kind === 'alive' ? exitCodes.refused : exitCodes.ok
  },
}
