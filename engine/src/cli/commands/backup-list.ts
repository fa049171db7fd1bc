import { listBackups } from '../../backup/read/list-backups.ts'
import { exitCodes } from '../../errors/exit-codes.ts'
import { findProject } from '../../project/find-project.ts'
import { listedBackupsJson } from '../../report/json/backup.ts'
import { listedLines } from '../../report/terminal/backup.ts'
import { backupsFolder } from '../backup-options.ts'
import type { Command } from '../command.ts'

export const backupList: Command = {
  flags: ['config', 'to', 'json'],
  async run(context) {
    const { flags, terminal, texts, language, workingFolder } = context
    const folder = backupsFolder(context, await findProject(workingFolder, flags.config))
    const backups = await listBackups(folder)
    if (flags.json) terminal.out(listedBackupsJson(folder, backups))
    else if (backups.length === 0) terminal.note(texts.backup.none({ folder }))
    else for (const line of backups.flatMap((each) => listedLines(each, language, texts))) terminal.out(line)
    return exitCodes.ok
  },
}
