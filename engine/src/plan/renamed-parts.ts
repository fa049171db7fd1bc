import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'
import { quoteIdentifier, quoteQualified } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { alterAlone } from './inheritance.ts'
import { commentChanges } from './kinds/comments.ts'
import { namesTaken } from './names-taken.ts'

export interface RenamedPart {
  readonly from: CatalogObject
  readonly to: CatalogObject
}

/**
 * Indexes, constraints and sequences of columns that differ in nothing but their name: they get the new name, without
 * building or checking anything again, and a sequence without forgetting where it was. No guess is in this: which of
 * two equal indexes it was makes no difference.
 */
export function findRenamedParts(changes: readonly Change[], from: CatalogIndex): RenamedPart[] {
  const removed = new Map<string, CatalogObject[]>()
  for (const change of changes) {
    const key = change.kind === 'removed' ? likeness(change.object) : undefined
    if (key !== undefined && change.kind === 'removed')
      removed.set(key, [...(removed.get(key) ?? []), change.object])
  }
  if (removed.size === 0) return []
  const taken = new Set([...from.catalog.objects.values()].flatMap(namesTaken))
  return changes.flatMap((change) => {
    if (change.kind !== 'added') return []
    const isFree = namesTaken(change.object).every(
      (name) => name.startsWith('primary-key:') || !taken.has(name),
    )
    const before = isFree ? removed.get(likeness(change.object) ?? '')?.shift() : undefined
    return before ? [{ from: before, to: change.object }] : []
  })
}

/** The changes that are left once these parts have their new names. */
export function withoutRenamed(
  changes: readonly Change[],
  renamed: readonly RenamedPart[],
): readonly Change[] {
  if (renamed.length === 0) return changes
  const gone = new Set(renamed.flatMap(({ from, to }) => [from, to]))
  const names = new Map(renamed.map(({ from, to }) => [from.id, to]))
  return changes.flatMap((change): readonly Change[] => {
    if (change.kind !== 'altered') return gone.has(change.object) ? [] : [change]
    const differences = change.differences.filter(
      ({ attribute, from, to }) =>
        !(attribute === 'attachedTo' && names.get(from as ObjectId)?.id === to) &&
        !(change.from.kind === 'default' && followsSequence(change.from, to, names)),
    )
    return differences.length > 0 ? [{ ...change, differences }] : []
  })
}

export function renameParts(renamed: readonly RenamedPart[]): Action[] {
  return renamed.flatMap(({ from: before, to: after }) => [
    action('alter', after.id, renameStatement(before, after), {
      makes: [after.id, `gone:${before.id}`],
      removes: namesTaken(before).filter((name) => !name.startsWith('primary-key:')),
    }),
    ...commentChanges(before, after).map((sql) => action('comment', after.id, sql, { needs: [after.id] })),
  ])
}

function renameStatement(before: CatalogObject, after: CatalogObject): string {
  const name = quoteIdentifier(after.name)
  if (before.kind === 'constraint') {
    return `${alterAlone(before.parent ?? '')} RENAME CONSTRAINT ${quoteIdentifier(before.name)} TO ${name}`
  }
  const path = quoteQualified(before.schema ?? '', before.name)
  return `ALTER ${before.kind.toUpperCase()} ${path} RENAME TO ${name}`
}

/** Equal for objects that differ in their name alone; undefined for kinds that are not renamed. */
function likeness(object: CatalogObject): string | undefined {
  const { kind, name, parent } = object
  switch (kind) {
    case 'index': {
      const unnamed = object.attributes.definition.replace(
        ` INDEX ${quoteIdentifier(name)} ON `,
        ' INDEX ON ',
      )
      return JSON.stringify([kind, parent, { ...object.attributes, definition: unnamed }])
    }
    case 'constraint': {
      const { indexComment: _, inherited, ...attributes } = object.attributes
      return inherited && attributes.type === 'check' ? undefined : JSON.stringify([kind, parent, attributes])
    }
    case 'sequence':
      return object.attributes.ownedBy === null
        ? undefined
        : JSON.stringify([kind, parent, object.attributes])
    default:
      return undefined
  }
}

/** A default follows its sequence to the new name by itself. */
function followsSequence(
  before: CatalogObject & { readonly kind: 'default' },
  expression: unknown,
  names: ReadonlyMap<ObjectId, CatalogObject>,
): boolean {
  return before.needs.some((id) => {
    const after = names.get(id)
    if (after?.kind !== 'sequence') return false
    const old = id.slice('sequence:'.length)
    const fresh = quoteQualified(after.schema ?? '', after.name)
    return before.attributes.expression.replace(`'${old}'`, `'${fresh}'`) === expression
  })
}
