import { indexCatalog } from '../../catalog/index-catalog.ts'
import type { SourceStatement } from '../scratch/run-script.ts'
import { compareScripts, type ScriptDifference } from './compare-scripts.ts'
import { joinCatalogs } from './join-catalogs.ts'
import { makeAnew } from './make-anew.ts'
import { findRemade } from './remade.ts'
import { hashStatement, type LoadedScript } from './script-record.ts'
import { canBeWatched } from './watch.ts'

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
    const made = remade && (await makeAnew(remade, statements, { difference, index, cache }))
    if (!made) return undefined
    const added = difference.added.map((statement) => made.about(statement))
    if (added.some((about) => !about?.length)) return undefined
    const about = new Set(added.flatMap((ids) => ids ?? []))
    const overlooked = [...about].filter((id) => index.has(id) && !touched.has(id))
    for (const id of overlooked) touched.add(id)
    if (overlooked.length > 0) continue
    const catalog = joinCatalogs(before.catalog, made.catalog, remade, about)
    const noted = (statement: SourceStatement) => ({
      hash: hashStatement(statement),
      about: made.about(statement),
    })
    return (
      catalog && {
        catalog,
        record: statements.map((statement) => difference.kept.get(statement) ?? noted(statement)),
      }
    )
  }
  return undefined
}

/** Then it is hardly quicker. */
function isMuch({ added, removed }: ScriptDifference, statements: readonly SourceStatement[]): boolean {
  return Math.max(added.length, removed.length) > statements.length / 4
}
