import type { CatalogObject } from '../catalog/catalog.ts'
import type { Difference } from './change.ts'
import { comparePrivileges } from './compare-privileges.ts'

export interface Majors {
  readonly from: number
  readonly to: number
}

export interface Comparison extends Majors {
  /** Whether owners and grants count. */
  readonly grants?: boolean
}

/** The attributes in which two objects of the same id differ, in the order of the kind's own record. */
export function compareObjects(from: CatalogObject, to: CatalogObject, comparison: Comparison): Difference[] {
  const differences: Difference[] = []
  const before = from.attributes as Readonly<Record<string, unknown>>
  const after = to.attributes as Readonly<Record<string, unknown>>
  for (const attribute of Object.keys(after)) {
    if (notCompared.has(`${from.kind} ${attribute}`) || isHidden(from.kind, attribute, before, after))
      continue
    if (
      isUnknowable(from.kind, attribute, comparison) ||
      isEqual(inOrder(attribute, before), inOrder(attribute, after))
    )
      continue
    differences.push({ attribute, from: before[attribute], to: after[attribute] })
  }
  if (from.comment !== to.comment)
    differences.push({ attribute: 'comment', from: from.comment, to: to.comment })
  if (comparison.grants) differences.push(...comparePrivileges(from, to, comparison))
  return differences
}

/** Whether a child has a part of its own beside its parent's shows only when the parent's goes. */
const notCompared: ReadonlySet<string> = new Set(['column local', 'constraint inherited'])

/** What the reading role may not see is null: nothing can be said about it. */
function isHidden(
  kind: string,
  attribute: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  if (kind !== 'user-mapping' && !(kind === 'subscription' && attribute === 'connection')) return false
  return before[attribute] === null || after[attribute] === null
}

/**
 * A NOT NULL has a name since 17 in domains, since 18 in tables, where it may be kept from children; before nothing can
 * be said about it.
 */
function isUnknowable(kind: string, attribute: string, { from, to }: Majors): boolean {
  if (!named.has(attribute)) return false
  return Math.min(from, to) < (kind === 'domain' ? 170000 : 180000)
}

const named: ReadonlySet<string> = new Set(['notNullName', 'notNullNoInherit', 'notNullComment'])

/** These mean the same in any order; they are kept in the order in which they were given. */
const unordered: ReadonlySet<string> = new Set([
  'storage',
  'toastStorage',
  'indexStorage',
  'options',
  'foreignOptions',
  'tags',
  'publications',
])

function inOrder(attribute: string, attributes: Readonly<Record<string, unknown>>): unknown {
  const value = attributes[attribute]
  return unordered.has(attribute) && Array.isArray(value) ? value.toSorted() : value
}

function isEqual(a: unknown, b: unknown): boolean {
  return (
    a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
  )
}
