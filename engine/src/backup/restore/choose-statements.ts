import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
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
 */
export function chooseStatements(
  manifest: Manifest,
  statements: readonly SchemaStatement[],
  names: readonly string[] | null,
): Choice {
  if (!names) return { tables: manifest.tables, statements }
  const roots = new Map(
    statements.filter(makesTable).map(({ target, locks }) => [target, locks[0] ?? target] as const),
  )
  const chosen = new Set(names.map((name) => findTable(name, [...roots.keys()], manifest)))
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

function findTable(name: string, tables: readonly ObjectId[], { tables: entries }: Manifest): ObjectId {
  const entry = entries.find(
    (each) => each.table === name || `${each.schema}.${each.name}` === name || each.name === name,
  )
  const found = entry
    ? `table:${entry.table}`
    : tables.find((id) => pathOf(id) === name || pathOf(id).endsWith(`.${name}`))
  if (!found) throw new TrueupError('RESTORE-TABLE-MISSING', { table: name })
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
