import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'
import { isOfPartition, originalsOf, tableOf } from './inheritance.ts'
import { staysChildOf } from './ties.ts'

type Altered = Extract<Change, { readonly kind: 'altered' }>

/**
 * Changes without what comes to partitions and children by itself, because PostgreSQL makes the same change to them
 * with their parent.
 */
export function withoutInherited(
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
): readonly Change[] {
  const altered = new Map<ObjectId, Altered>()
  for (const change of changes) if (change.kind === 'altered') altered.set(change.to.id, change)
  return changes.flatMap((change): readonly Change[] => {
    if (change.kind !== 'altered') return [change]
    const causes = originalsOf(change.to, to).flatMap((id) => {
      const cause = altered.get(id)
      return cause && staysWith(change, cause, from, to) ? [cause] : []
    })
    if (causes.length === 0) return [change]
    const differences = change.differences.filter(
      ({ attribute }) =>
        !spreads(attribute, change, to) || !causes.some((cause) => reaches(cause, attribute)),
    )
    return differences.length > 0 ? [{ ...change, differences }] : []
  })
}

function staysWith(change: Altered, cause: Altered, from: CatalogIndex, to: CatalogIndex): boolean {
  const [table, parent] = [tableOf(change.to, to), tableOf(cause.to, to)]
  return table !== undefined && parent !== undefined && staysChildOf(table.id, parent.id, from, to)
}

/** What ALTER TABLE cannot do to a parent alone. Defaults, statistics targets and storage go table by table. */
const spreading: ReadonlySet<string> = new Set([
  'type',
  'collation',
  'notNull',
  'notNullName',
  'notNullValid',
  'generated',
])

function spreads(attribute: string, { to }: Altered, index: CatalogIndex): boolean {
  switch (to.kind) {
    case 'column':
      return spreading.has(attribute) || (attribute === 'identity' && isOfPartition(to, index))
    case 'constraint':
      return to.attributes.type === 'check' && (attribute === 'definition' || attribute === 'validated')
    default:
      return false
  }
}

function reaches({ to, differences }: Altered, attribute: string): boolean {
  const has = (...names: readonly string[]) => differences.some((one) => names.includes(one.attribute))
  if (!attribute.startsWith('notNull') || to.kind !== 'column') return has(attribute)
  // one that is not for children reaches them when that ends
  return !to.attributes.notNullNoInherit && has('notNull', 'notNullNoInherit', attribute)
}
