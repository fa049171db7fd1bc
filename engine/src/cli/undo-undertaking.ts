import { indexCatalog } from '../catalog/index-catalog.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { type JournalHead, journalHeadStatements, parseJournalHead } from '../journal/journal-head.ts'
import { readParked } from '../journal/parked.ts'
import { readBegunRuns, readCatalogsAround } from '../journal/read-undone.ts'
import { onlineRows } from '../plan/online/busy-tables.ts'
import type { Database } from '../postgres/database.ts'
import { withDatabase } from '../postgres/with-database.ts'
import { findProject } from '../project/find-project.ts'
import { readUsage } from '../rows/read-usage.ts'
import { readCatalogAnd } from '../sources/database/read-catalog.ts'
import { chooseRuns } from '../undo/chosen-runs.ts'
import { planUndo, type UndoInput } from '../undo/plan-undo.ts'
import type { CommandContext } from './command.ts'
import { givenDecisions } from './given-decisions.ts'
import { runNumber } from './run-number.ts'
import type { Undertaking } from './settle.ts'
import { findTarget } from './target.ts'

/** To bring a database back to what it was before a run, or before an undo. */
export async function undoUndertaking(
  command: 'undo' | 'redo',
  context: CommandContext,
): Promise<Undertaking> {
  const { flags, word, workingFolder } = context
  const wanted = word === undefined ? undefined : runNumber(word)
  const project = await findProject(workingFolder, flags.config)
  const target = findTarget(context, project, command)
  const decisions = givenDecisions(context, project, target.environment)
  return {
    project,
    target,
    async plan(database, answers) {
      const { catalog: from, answers: cells } = await readCatalogAnd(journalHeadStatements, database)
      const journal = parseJournalHead(cells)
      const input = await readUndoInput(command, wanted, journal, database)
      const planning = await planUndo(from, input, [...decisions, ...answers], project.cache, {
        usage: (question) => readUsage(question, indexCatalog(from), database),
        ...(database.profile.otherSessions ? { onlineRows } : {}),
        parking: journal.parking,
      })
      return { ...planning, journal, undoes: input.runs.undoes }
    },
  }
}

export function withUndoTarget<Result>(
  { target }: Undertaking,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return withDatabase(() => target.connect(), work)
}

async function readUndoInput(
  command: 'undo' | 'redo',
  wanted: number | undefined,
  journal: JournalHead,
  database: Database,
): Promise<UndoInput> {
  const { format } = journal
  const runs = chooseRuns(command, await readBegunRuns(format, database), wanted)
  const { before, after } = await readCatalogsAround(runs.first, runs.told, database)
  if (!before) throw new TrueupError('UNDO-NO-PICTURE', { id: runs.first })
  return { runs, before, after, parked: await readParked(format, database) }
}
