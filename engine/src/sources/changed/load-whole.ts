import type { Catalog } from '../../catalog/catalog.ts'
import { withoutOwners } from '../../catalog/without-owners.ts'
import { readCatalog } from '../database/read-catalog.ts'
import { runScript, type SourceStatement } from '../scratch/run-script.ts'
import { scriptNeeds } from '../scratch/script-needs.ts'
import { withScratch } from '../scratch/with-scratch.ts'
import { hashStatement, type LoadedScript } from './script-record.ts'
import { aboutOf, canBeWatched, watchStatements } from './watch.ts'

/** What a script makes in an empty database. */
export function loadWhole(statements: readonly SourceStatement[], cache: string): Promise<Catalog> {
  return withScratch(cache, scriptNeeds(statements), async (scratch) => {
    await scratch.query('SET event_triggers = off') // those of the schema are for others than its own statements
    await runScript(scratch, statements)
    return withoutOwners(await readCatalog(scratch))
  })
}

/** The same, and which statement made what; undefined where that cannot be told. */
export async function loadRecorded(
  statements: readonly SourceStatement[],
  cache: string,
): Promise<LoadedScript | undefined> {
  if (!canBeWatched(statements)) return undefined
  return withScratch(cache, scriptNeeds(statements), async (scratch) => {
    const watch = await watchStatements(scratch, statements)
    await runScript(scratch, statements, { announce: watch.next })
    const notes = await watch.end()
    const catalog = withoutOwners(await readCatalog(scratch))
    const about = aboutOf(notes, catalog)
    const record = statements.map((statement) => ({
      hash: hashStatement(statement),
      about: about(statement),
    }))
    return { record, catalog }
  })
}
