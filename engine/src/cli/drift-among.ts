import { changedObject } from '../diff/change.ts'
import { isTrueupError } from '../errors/trueup-error.ts'
import { parseJournalHead } from '../journal/journal-head.ts'
import type { Database } from '../postgres/database.ts'
import type { DriftAmong } from '../report/drift-groups.ts'
import type { Verification } from '../verify/verify-database.ts'
import type { CommandContext } from './command.ts'
import { type DriftInput, driftOf } from './read-drift.ts'

/**
 * Tells what somebody changed by hand from what the models want since the last run. undefined where no run has left a
 * state, or a newer tool has written it.
 */
export async function driftAmong(
  { actual, changes, answers }: Verification,
  database: Database,
  input: DriftInput,
  context: CommandContext,
): Promise<DriftAmong | undefined> {
  if (changes.length === 0) return undefined
  try {
    const { report } = await driftOf(actual, parseJournalHead(answers), database, input, context)
    const drifted = new Set(report.drift.changes.map((change) => changedObject(change).id))
    const objects = changes.map((change) => changedObject(change).id).filter((id) => drifted.has(id))
    return { since: report.since, objects }
  } catch (error) {
    if (isTrueupError(error, 'DRIFT-NO-STATE') || isTrueupError(error, 'JOURNAL-NEWER')) return undefined
    throw error
  }
}
