import type { CatalogObject } from '../catalog/catalog.ts'
import { kindOf, nameOf, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'

/**
 * Names that a lost object may have now, likeliest first. Only ever an offer: a wrong guess would lose rows.
 */
export function renameCandidates(
  lost: ObjectId,
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
): string[] {
  const added = changes.flatMap((change) => (change.kind === 'added' ? [change.object] : []))
  const object = from.get(lost)
  if (kindOf(lost) === 'enum-value') return newLabels(lost, changes)
  if (object?.kind === 'column') {
    const siblings = added.filter((other) => other.kind === 'column' && other.parent === object.parent)
    return rank(siblings, (other) => columnLikeness(object, other)).map(({ name }) => name)
  }
  if (object?.kind === 'table') {
    const columns = columnNames(object.id, from)
    const tables = added.filter((other) => other.kind === 'table' && other.schema === object.schema)
    return rank(tables, (other) => likeness(columns, columnNames(other.id, to))).map(({ name }) => name)
  }
  return []
}

/** Better ones first; what has nothing in common is no candidate. */
function rank<T extends CatalogObject>(objects: readonly T[], score: (object: T) => number): T[] {
  return objects
    .map((object) => ({ object, score: score(object) }))
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score || (a.object.id < b.object.id ? -1 : 1))
    .map(({ object }) => object)
}

function columnLikeness(a: CatalogObject, b: CatalogObject): number {
  if (a.kind !== 'column' || b.kind !== 'column') return 0
  return a.attributes.type === b.attributes.type
    ? 2
    : a.name.includes(b.name) || b.name.includes(a.name)
      ? 1
      : 0
}

function columnNames(table: ObjectId, index: CatalogIndex): Set<string> {
  return new Set(
    index.partsOfKind(table, 'column').map((column) => `${column.name} ${column.attributes.type}`),
  )
}

/** Share of columns in common; below a third two tables have nothing to do with each other. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((name) => b.has(name)).length
  const share = common / Math.max(1, a.size, b.size)
  return share >= 1 / 3 ? share : 0
}

function newLabels(lost: ObjectId, changes: readonly Change[]): string[] {
  for (const change of changes) {
    if (change.kind !== 'altered' || change.from.kind !== 'enum' || change.to.kind !== 'enum') continue
    const before = change.from.attributes.labels
    if (!pathOf(lost).startsWith(`${pathOf(change.from.id)}.`) || !before.includes(nameOf(lost))) continue
    return change.to.attributes.labels.filter((label) => !before.includes(label))
  }
  return []
}
