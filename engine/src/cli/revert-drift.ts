import type { Catalog } from '../catalog/catalog.ts'
import { extensionNames } from '../catalog/extension-names.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import type { Decision } from '../decide/decision.ts'
import { makePlan } from '../pipeline.ts'
import { onlineRows } from '../plan/online/busy-tables.ts'
import type { Database } from '../postgres/database.ts'
import { readUsage } from '../rows/read-usage.ts'
import type { Desired } from '../sources/desired.ts'
import type { CommandContext } from './command.ts'
import { givenDecisions, howToDrop } from './given-decisions.ts'
import { type DriftInput, readDrift } from './read-drift.ts'
import type { Undertaking } from './settle.ts'

/** To bring a database back to what the last run left. */
export function revertUndertaking(input: DriftInput, context: CommandContext): Undertaking {
  const { project, target, grants } = input
  const given = givenDecisions(context, project, target.environment)
  const drops = howToDrop(context.flags.drops ?? project.config.drops)
  return {
    project,
    target,
    async plan(database: Database, answers: readonly Decision[]) {
      const { report, journal, found } = await readDrift(database, input, context)
      const { drift, since } = report
      const desired: Desired = {
        key: `run-${since.run}`,
        extensions: extensionNames(drift.left),
        catalog: drift.left,
        tables: [],
        extent: input.extent,
        grants,
      }
      const planning = await makePlan(found, desired, [...given, ...answers], project.cache, {
        usage: (question) => readUsage(question, indexCatalog(found), database),
        ...(database.profile.otherSessions ? { onlineRows } : {}),
        ...(drops === 'park' ? { parking: journal.parking } : {}),
      })
      const staying = drift.ignored.length + drift.others.length
      // what was not chosen is drift as before
      const left = (after: Catalog) =>
        staying === 0 ? after : { ...drift.recorded, fingerprint: since.fingerprint }
      return { ...planning, journal, undoes: [], left }
    },
  }
}
