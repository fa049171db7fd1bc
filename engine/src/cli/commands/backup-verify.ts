import { resolve } from 'node:path'
import { openBackup } from '../../backup/read/open-backup.ts'
import { verifyBackup } from '../../backup/read/verify-backup.ts'
import { exitCodes } from '../../errors/exit-codes.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { verifiedBackupJson } from '../../report/json/backup.ts'
import { verifiedLines } from '../../report/terminal/backup.ts'
import { passphrase } from '../backup-options.ts'
import type { Command } from '../command.ts'

export const backupVerify: Command = {
  flags: ['passphrase-file', 'json'],
  word: '<folder>',
  async run(context) {
    const { flags, word, terminal, texts, language, workingFolder } = context
    if (word === undefined) throw new TrueupError('USAGE-FOLDER', { command: 'backup verify' })
    const started = performance.now()
    const backup = await openBackup(resolve(workingFolder, word), passphrase(context))
    await verifyBackup(backup, 'rows')
    const milliseconds = performance.now() - started
    if (flags.json) terminal.out(verifiedBackupJson(backup, milliseconds))
    else for (const line of verifiedLines(backup, milliseconds, language, texts)) terminal.out(line)
    return exitCodes.ok
  },
}
