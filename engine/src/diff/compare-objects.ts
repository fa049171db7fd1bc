import type { CatalogObject } from '../catalog/catalog.ts'
import type { Difference } from './change.ts'

export interface Majors {
  readonly from: number
  readonly to: number
}

/** The attributes in which two objects of the same id differ, in the order of the kind's own record. */
export function compareObjects(from: CatalogObject, to: CatalogObject, majors: Majors): Difference[] {
  const differences: Difference[] = []
  const before = from.attributes as Readonly<Record<string, unknown>>
  const after = to.attributes as Readonly<Record<string, unknown>>
  for (const attribute of Object.keys(after)) {
    if (isUnknowable(attribute, majors) || isEqual(inOrder(attribute, before), inOrder(attribute, after)))
      continue
    differences.push({ attribute, from: before[attribute], to: after[attribute] })
  }
  if (from.comment !== to.comment)
    differences.push({ attribute: 'comment', from: from.comment, to: to.comment })
  return differences
}

/** Before 18 a NOT NULL has no name, so nothing can be said about it. */
function isUnknowable(attribute: string, { from, to }: Majors): boolean {
  return attribute === 'notNullName' && Math.min(from, to) < 180000
}

/** Options mean the same in any order; they are kept in the order in which they were given. */
const unordered: ReadonlySet<string> = new Set([
  'storage',
  'toastStorage',
  'indexStorage',
  'options',
  'foreignOptions',
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
