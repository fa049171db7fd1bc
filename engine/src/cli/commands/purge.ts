import { releasePin } from '../../backup/keep/pin.ts'
import { pathOf } from '../../catalog/identify.ts'
import { exitCodes } from '../../errors/exit-codes.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { type ParkedRecord, readParkedHere } from '../../journal/parked.ts'
import type { Database } from '../../postgres/database.ts'
import { withDatabase } from '../../postgres/with-database.ts'
import { findProject, type Project } from '../../project/find-project.ts'
import { parkedJson } from '../../report/json/parked.ts'
import { parkedLines } from '../../report/terminal/parked.ts'
import { placeText } from '../../report/terminal/place.ts'
import { askYesNo } from '../ask.ts'
import { backupsFolder } from '../backup-options.ts'
import type { Command, CommandContext } from '../command.ts'
import { confirmName, refuseOtherName } from '../confirm-name.ts'
import { parseDuration } from '../duration.ts'
import { runFlags } from '../live-port.ts'
import { runNumber } from '../run-number.ts'
import { runPurge } from '../run-purge.ts'
import { findTarget, type Target, withDiagnosis } from '../target.ts'

export const purge: Command = {
  flags: [
    'run',
    'older-than',
    'yes',
    'database',
    'env',
    'reassign',
    'config',
    'to',
    'json',
    ...runFlags,
    'wait',
  ],
  word: '[<object,…>]',
  async run(context) {
    const { flags, word, workingFolder } = context
    if (word === undefined && flags.run === undefined && flags['older-than'] === undefined)
      throw new TrueupError('PURGE-WHAT', undefined)
    const project = await findProject(workingFolder, flags.config)
    const target = findTarget(context, project, 'purge')
    return withDiagnosis(() =>
      withDatabase(
        () => target.connect(),
        (database) => purgeChosen(database, { project, target }, context),
      ),
    )
  },
}

async function purgeChosen(
  database: Database,
  { project, target }: { readonly project: Project; readonly target: Target },
  context: CommandContext,
) {
  const { flags, terminal, texts, now } = context
  const all = await readParkedHere(database)
  const chosen = choose(all, context)
  if (chosen.length === 0) {
    terminal.out(flags.json ? parkedJson([]) : texts.undo.nothingToPurge())
    return exitCodes.ok
  }
  if (!flags.yes) {
    if (!terminal.interactive) throw new TrueupError('PURGE-NEEDS-YES', undefined)
    for (const line of parkedLines(chosen, now, texts)) terminal.note(line)
    const question = texts.undo.purgeQuestion({
      count: chosen.length,
      database: placeText(target.place, texts),
    })
    if (!(await askYesNo(question))) {
      terminal.note(texts.create.declined())
      return exitCodes.failure
    }
  }
  const losses = chosen.map(({ object }) => object)
  refuseOtherName(target, losses, context)
  if (target.environment === 'production' && !(await confirmName(target, losses, context))) {
    terminal.note(texts.create.declined())
    return exitCodes.failure
  }
  const purged = await runPurge(chosen, all, database, target, context)
  await releasePins(purged, all, backupsFolder(context, project), context)
  terminal.out(flags.json ? parkedJson(purged) : texts.undo.purged({ count: purged.length }))
  return exitCodes.ok
}

/** By name, by run and by age: all that is given must fit. */
function choose(all: readonly ParkedRecord[], { flags, word, now }: CommandContext): ParkedRecord[] {
  const names = word?.split(',').map((name) => name.trim())
  const run = flags.run === undefined ? undefined : runNumber(flags.run)
  const age = flags['older-than'] === undefined ? 0 : parseDuration(flags['older-than'], '--older-than')
  const isCalled = ({ object, name }: ParkedRecord, wanted: string) =>
    [object, pathOf(object), name].includes(wanted)
  for (const object of names ?? [])
    if (!all.some((each) => isCalled(each, object))) throw new TrueupError('PURGE-UNKNOWN', { object })
  return all.filter(
    (each) =>
      (names === undefined || names.some((name) => isCalled(each, name))) &&
      (run === undefined || each.run === run) &&
      now.getTime() - Date.parse(each.parked) >= age,
  )
}

/** A backup was kept for as long as something of its run could come back. */
async function releasePins(
  purged: readonly ParkedRecord[],
  all: readonly ParkedRecord[],
  folder: string,
  { terminal, texts }: CommandContext,
): Promise<void> {
  const gone = new Set(purged)
  for (const [token, run] of new Map(purged.map((each) => [each.token, each.run]))) {
    if (all.some((each) => each.run === run && !gone.has(each))) continue
    if (!(await releasePin(folder, token))) continue
    terminal.note(texts.undo.pinReleased({ run }))
  }
}
