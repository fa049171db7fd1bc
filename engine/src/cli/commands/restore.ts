import { resolve } from 'node:path'
import { openBackup } from '../../backup/read/open-backup.ts'
import { type RestoreOrder, restoreBackup } from '../../backup/restore/restore-backup.ts'
import { exitCodes } from '../../errors/exit-codes.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { journalHeadStatements, parseJournalHead } from '../../journal/journal-head.ts'
import { findProject } from '../../project/find-project.ts'
import { restorationJson } from '../../report/json/backup.ts'
import { restoredLines, restoringLine } from '../../report/terminal/backup.ts'
import { closeScratch } from '../../sources/scratch/with-scratch.ts'
import { askYesNo } from '../ask.ts'
import { connections, nameList, passphrase } from '../backup-options.ts'
import type { Command, CommandContext } from '../command.ts'
import { refuseTarget } from '../refuse-target.ts'
import { findTarget, type Target, withDiagnosis } from '../target.ts'
import { watchBackup } from '../watch-backup.ts'

export const restore: Command = {
  flags: [
    ...([
      'database',
      'env',
      'reassign',
      'config',
      'tables',
      'into',
      'connections',
      'passphrase-file',
    ] as const),
    ...(['json', 'yes'] as const),
  ],
  word: '<folder>',
  async run(context) {
    const { flags, word, terminal, texts, language, workingFolder, signal } = context
    if (word === undefined) throw new TrueupError('USAGE-FOLDER', { command: 'restore' })
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'restore')
    const backup = await openBackup(resolve(workingFolder, word), passphrase(context))
    if (!flags.json) terminal.note(restoringLine(backup.manifest, target.place, texts))
    if (!(await confirmed(target, context))) {
      terminal.note(texts.create.declined())
      return exitCodes.failure
    }
    const order: RestoreOrder = {
      backup,
      connect: (extensions) => target.connect(extensions),
      tables: nameList(flags.tables) ?? null,
      into: flags.into ?? null,
      connections: connections(flags),
      refusal: {
        questions: journalHeadStatements,
        refuse: (answers) => refuseTarget(parseJournalHead(answers), target, context),
      },
      cache: project.cache,
      observe: watchBackup(context),
      signal,
    }
    const started = performance.now()
    // this file is bundled by itself, with a scratch of its own
    const restoration = await withDiagnosis(() => restoreBackup(order)).finally(closeScratch)
    const milliseconds = performance.now() - started
    if (flags.json) terminal.out(restorationJson(restoration, target, milliseconds))
    else for (const line of restoredLines(restoration, milliseconds, language, texts)) terminal.out(line)
    return exitCodes.ok
  },
}

async function confirmed(
  { environment }: Target,
  { flags, terminal, texts }: CommandContext,
): Promise<boolean> {
  if (environment !== 'production' || flags.yes) return true
  if (!terminal.interactive) throw new TrueupError('RESTORE-NEEDS-YES', { environment })
  return askYesNo(texts.backup.restoreQuestion({ environment }))
}
