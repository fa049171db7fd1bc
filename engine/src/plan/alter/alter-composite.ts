import type { ObjectKind } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { type Alteration, type AlterationOf, differsIn } from './alteration.ts'
import { rebuildType } from './rebuild-type.ts'

/**
 * Attributes can be dropped, and added at the end. Another order, or another type of an attribute that stored rows
 * have, is beyond ALTER TYPE (manual: ALTER TYPE), so the type is made anew and its columns move over.
 */
export function alterComposite(alteration: AlterationOf<'composite'>): Alteration {
  const { from, to, differences, fromIndex } = alteration
  if (differsIn(differences, 'collation')) return rebuildType(alteration) // one that was made anew
  if (!differsIn(differences, 'attributes')) return { kind: 'in-place', actions: [] }
  const before = from.attributes.attributes
  const after = to.attributes.attributes
  const kept = before.filter(({ name }) => after.some((attribute) => attribute.name === name))
  const inOrder = kept.every(({ name }, i) => after[i]?.name === name)
  const retyped = kept.filter((attribute, i) => {
    const wanted = after[i]
    return (
      wanted !== undefined && (wanted.type !== attribute.type || wanted.collation !== attribute.collation)
    )
  })
  const isStored = fromIndex.dependentsOf(from.id).some(({ kind }) => holdsValues(kind))
  if (!inOrder || (retyped.length > 0 && isStored)) return rebuildType(alteration)
  const clauses = [
    ...before
      .filter((attribute) => !kept.includes(attribute))
      .map(({ name }) => `DROP ATTRIBUTE ${quoteIdentifier(name)}`),
    ...after.flatMap(({ name, type, collation }, i) => {
      const collate = collation ? ` COLLATE ${collation}` : ''
      if (i >= kept.length) return [`ADD ATTRIBUTE ${quoteIdentifier(name)} ${type}${collate}`]
      return retyped.includes(kept[i]!)
        ? [`ALTER ATTRIBUTE ${quoteIdentifier(name)} TYPE ${type}${collate}`]
        : []
    }),
  ]
  if (clauses.length === 0) return { kind: 'in-place', actions: [] }
  const sql = `ALTER TYPE ${pathOf(to.id)} ${clauses.join(', ')}`
  return {
    kind: 'in-place',
    actions: [
      action('alter', to.id, sql, { needs: to.needs, frees: from.needs, removes: [to.id], makes: [to.id] }),
    ],
    pushesAside: ({ kind }) => kind !== 'table' && !holdsValues(kind),
  }
}

export function holdsValues(kind: ObjectKind): boolean {
  return ['column', 'domain', 'composite', 'range'].includes(kind)
}
