import { extensionNames } from '../../catalog/extension-names.ts'
import { type CatalogIndex, indexCatalog } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { withoutOwners } from '../../catalog/without-owners.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { isDatabaseError } from '../../postgres/database-error.ts'
import { readCatalog } from '../database/read-catalog.ts'
import { loadCatalog } from '../scratch/load-catalog.ts'
import { runScript, type SourceStatement } from '../scratch/run-script.ts'
import { scriptNeeds } from '../scratch/script-needs.ts'
import { withScratch } from '../scratch/with-scratch.ts'
import { compareScripts, type ScriptDifference } from './compare-scripts.ts'
import { joinCatalogs } from './join-catalogs.ts'
import { prerequisites } from './prerequisites.ts'
import { findRemade, type Remade } from './remade.ts'
import { hashStatement, type LoadedScript } from './script-record.ts'
import { aboutOf, canBeWatched, type Notes, watchStatements } from './watch.ts'

/**
 * What a script makes now, from what it made before: only objects that changed statements are about, and those that
 * depend on them, are made anew. Undefined where that cannot be known to give the same as running the whole script.
 */
export async function loadChanged(
  before: LoadedScript,
  statements: readonly SourceStatement[],
  cache: string,
): Promise<LoadedScript | undefined> {
  const difference = compareScripts(before.record, statements)
  if (!difference || !canBeWatched(statements) || isMuch(difference, statements)) return undefined
  if (difference.removed.some(({ about }) => !about?.length)) return undefined
  const index = indexCatalog(before.catalog)
  const touched = new Set(difference.removed.flatMap(({ about }) => about ?? []))
  // what a new statement is about is seen when it has run: mostly at once, or one round later
  for (let round = 0; round < 3; round++) {
    if ([...touched].some((id) => id.startsWith('schema:'))) return undefined
    const remade = findRemade(touched, index)
    const part = remade && choose(remade, statements, difference)
    const made = part && (await makeAnew(remade, part, difference, index, cache))
    if (!made) return undefined
    const about = difference.added.map(made.about)
    if (about.some((ids) => !ids?.length)) return undefined
    const ids = new Set(about.flatMap((each) => each ?? []))
    const overlooked = [...ids].filter((id) => index.has(id) && !touched.has(id))
    for (const id of overlooked) touched.add(id)
    if (overlooked.length > 0) continue
    const catalog = joinCatalogs(before.catalog, made.catalog, remade, ids)
    if (!catalog) return undefined
    const record = statements.map(
      (statement) =>
        difference.kept.get(statement) ?? {
          hash: hashStatement(statement),
          about: made.about(statement),
        },
    )
    return { record, catalog }
  }
  return undefined
}

/** Then it is hardly quicker. */
function isMuch({ added, removed }: ScriptDifference, statements: readonly SourceStatement[]): boolean {
  return Math.max(added.length, removed.length) > statements.length / 4
}

interface Part {
  /** In the order of the script. */
  readonly statements: readonly SourceStatement[]
  /** Those that are about nothing or nobody knows what: they may set what counts for others, and may fail. */
  readonly optional: ReadonlySet<SourceStatement>
}

/** The statements that have to run; undefined where one of them is about more than is made anew. */
function choose(
  { roots }: Remade,
  statements: readonly SourceStatement[],
  { kept }: ScriptDifference,
): Part | undefined {
  const optional = new Set<SourceStatement>()
  const chosen: SourceStatement[] = []
  for (const statement of statements) {
    const recorded = kept.get(statement)
    const about = recorded?.about ?? []
    const remade = about.filter((id) => roots.has(id))
    if (remade.length > 0 && remade.length < about.length) return undefined
    if (recorded && about.length === 0) optional.add(statement)
    if (!recorded || remade.length > 0 || about.length === 0) chosen.push(statement)
  }
  return { statements: chosen, optional }
}

async function makeAnew(
  remade: Remade,
  { statements, optional }: Part,
  { added }: ScriptDifference,
  index: CatalogIndex,
  cache: string,
) {
  const stock = prerequisites(remade, added, index)
  const needs = scriptNeeds(statements)
  const extensions = [...extensionNames(stock), ...needs.extensions]
  try {
    return await withScratch(cache, { ...needs, extensions }, async (scratch) => {
      await loadCatalog(stock, scratch)
      const watch = await watchStatements(scratch, statements)
      const leftOut = await runScript(scratch, statements, { announce: watch.next, optional })
      const notes: Notes = await watch.end()
      if (leftOut.some((statement) => mentions(statement, remade.roots, index))) return undefined
      const catalog = withoutOwners(await readCatalog(scratch))
      return { catalog, about: aboutOf(notes, catalog) }
    })
  } catch (error) {
    // the whole script says what is wrong with it
    if (error instanceof TrueupError || isDatabaseError(error)) return undefined
    throw error
  }
}

function mentions({ sql }: SourceStatement, ids: ReadonlySet<ObjectId>, index: CatalogIndex): boolean {
  return [...ids].some((id) => sql.includes(index.get(id)?.name ?? id))
}
