import { nameOf, pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import type { Manifest, TableEntry } from '../format/manifest.ts'
import type { SchemaStatement } from '../schema/statement.ts'

/** What of a backup is restored. */
export interface Choice {
  readonly tables: readonly TableEntry[]
  readonly statements: readonly SchemaStatement[]
}

/**
 * Chosen tables with all that belongs to them and all that they need. A partition brings the structure of its whole
 * table along, and the rows of itself alone. Foreign keys to other tables come along, for databases that have those.
 * @param searchPath of the target: where a name without a schema is looked for first
 */
export function chooseStatements(
  manifest: Manifest,
  statements: readonly SchemaStatement[],
  names: readonly string[] | null,
  searchPath: readonly string[],
): Choice {
  if (!names) return { tables: manifest.tables, statements }
  const roots = new Map(
    statements.filter(makesTable).map(({ target, locks }) => [target, locks[0] ?? target] as const),
  )
  const chosen = new Set(names.map((name) => findTable(name, [...roots.keys()], manifest, searchPath)))
  const trees = new Set([...chosen].map((id) => roots.get(id) ?? id))
  const isChosen = ({ table }: TableEntry) => {
    const id = `table:${table}`
    return chosen.has(id) || chosen.has(roots.get(id) ?? '')
  }
  const seeds = statements.filter(({ locks }) => locks[0] !== undefined && trees.has(locks[0]))
  return { tables: manifest.tables.filter(isChosen), statements: withNeeds(seeds, statements, trees) }
}

function makesTable({ target, makes }: SchemaStatement): boolean {
  return target.startsWith('table:') && makes.includes(target)
}

/** As people type it, quoted or not; without its schema where that leaves no doubt. */
function findTable(
  name: string,
  tables: readonly ObjectId[],
  manifest: Manifest,
  searchPath: readonly string[],
): ObjectId {
  const plain = new Map(manifest.tables.map((each) => [`table:${each.table}`, `${each.schema}.${each.name}`]))
  const exact = tables.find((id) => pathOf(id) === name || plain.get(id) === name)
  if (exact) return exact
  const named = tables.filter((id) => nameOf(id) === name || pathOf(id).endsWith(`.${name}`))
  const onPath = searchPath
    .map((schema) => named.find((id) => pathOf(id).startsWith(`${quoteIdentifier(schema)}.`)))
    .find((id) => id !== undefined)
  const found = onPath ?? named[0]
  if (!found) throw new TrueupError('RESTORE-TABLE-MISSING', { table: name })
  if (!onPath && named.length > 1)
    throw new TrueupError('RESTORE-TABLE-AMBIGUOUS', { table: name, found: named.map(pathOf) })
  return found
}

/** In the order of the backup; what a reference to another tree needs is not fetched. */
function withNeeds(
  seeds: readonly SchemaStatement[],
  all: readonly SchemaStatement[],
  trees: ReadonlySet<ObjectId>,
): SchemaStatement[] {
  const makers = new Map(all.flatMap((each) => each.makes.map((id) => [id, each] as const)))
  const wanted = new Set<SchemaStatement>()
  const open = [...seeds]
  for (let each = open.pop(); each; each = open.pop()) {
    if (wanted.has(each)) continue
    wanted.add(each)
    if (each.locks.some((id) => !trees.has(id))) continue
    open.push(...each.needs.flatMap((id) => makers.get(id) ?? []))
  }
  const made = new Set([...wanted].flatMap(({ makes }) => makes))
  return all.filter((each) => wanted.has(each) || made.has(each.target))
}
