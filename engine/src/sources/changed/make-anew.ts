import type { Catalog } from '../../catalog/catalog.ts'
import { extensionNames } from '../../catalog/extension-names.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { withoutOwners } from '../../catalog/without-owners.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { isDatabaseError } from '../../postgres/database-error.ts'
import { readCatalog } from '../database/read-catalog.ts'
import { loadCatalog } from '../scratch/load-catalog.ts'
import { runScript, type SourceStatement } from '../scratch/run-script.ts'
import { scriptNeeds } from '../scratch/script-needs.ts'
import { withScratch } from '../scratch/with-scratch.ts'
import type { ScriptDifference } from './compare-scripts.ts'
import { prerequisites } from './prerequisites.ts'
import type { Remade } from './remade.ts'
import { aboutOf, watchStatements } from './watch.ts'

interface Surroundings {
  readonly difference: ScriptDifference
  /** The catalog as it was. */
  readonly index: CatalogIndex
  readonly cache: string
}

export interface MadeAnew {
  readonly catalog: Catalog
  /** What a statement that has run is about. */
  readonly about: (statement: SourceStatement) => readonly ObjectId[] | null
}

/** Runs the statements about some objects in a scratch that holds what they need; undefined where that cannot be told. */
export async function makeAnew(
  remade: Remade,
  script: readonly SourceStatement[],
  { difference, index, cache }: Surroundings,
): Promise<MadeAnew | undefined> {
  const part = choose(remade, script, difference)
  if (!part) return undefined
  const { statements, optional } = part
  const stock = prerequisites(remade, difference.added, index)
  const needs = scriptNeeds(statements)
  const extensions = [...extensionNames(stock), ...needs.extensions]
  try {
    return await withScratch(cache, { ...needs, extensions }, async (scratch) => {
      await loadCatalog(stock, scratch)
      const watch = await watchStatements(scratch, statements)
      const leftOut = await runScript(scratch, statements, { announce: watch.next, optional })
      const notes = await watch.end()
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

function mentions({ sql }: SourceStatement, ids: ReadonlySet<ObjectId>, index: CatalogIndex): boolean {
  return [...ids].some((id) => sql.includes(index.get(id)?.name ?? id))
}
