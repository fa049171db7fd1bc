import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { OperatorObject } from '../../catalog/operators.ts'
import { action } from '../action.ts'
import { type Alteration, type AlterationOf, differsIn, replace } from './alteration.ts'

/**
 * Estimators can be changed at any time; since 17 what was never said can be said (manual: ALTER OPERATOR).
 * Everything else makes the operator anew.
 */
export function alterOperator(alteration: AlterationOf<'operator'>): Alteration {
  const { from, to, differences, fromIndex } = alteration
  const links = linkChanges(alteration)
  const loses = (['hashes', 'merges'] as const).some((flag) => from.attributes[flag] && !to.attributes[flag])
  if (differsIn(differences, 'function') || loses || links === 'impossible') return replace
  const { restrict, join } = to.attributes
  const additions = [
    ...(['hashes', 'merges'] as const)
      .filter((flag) => differsIn(differences, flag))
      .map((flag) => flag.toUpperCase()),
    ...links,
  ]
  if (additions.length > 0 && fromIndex.catalog.serverVersion < 170000) return replace
  const options = [
    ...(differsIn(differences, 'restrict') ? [`RESTRICT = ${restrict ?? 'NONE'}`] : []),
    ...(differsIn(differences, 'join') ? [`JOIN = ${join ?? 'NONE'}`] : []),
    ...additions,
  ]
  if (options.length === 0) return { kind: 'in-place', actions: [] }
  const sql = `ALTER OPERATOR ${pathOf(to.id)} SET (${options.join(', ')})`
  return {
    kind: 'in-place',
    actions: [action('alter', to.id, sql, { needs: to.needs, frees: from.needs })],
  }
}

/** An operator that is made now sets the link on this side as well, and one that goes clears it. */
function linkChanges({
  from,
  to,
  differences,
  fromIndex,
  toIndex,
}: AlterationOf<'operator'>): string[] | 'impossible' {
  const clauses: string[] = []
  for (const link of ['commutator', 'negator'] as const) {
    if (!differsIn(differences, link)) continue
    const before = linkedId(from, link)
    const after = linkedId(to, link)
    if (before !== null) {
      if (after !== null || !fromIndex.has(before) || toIndex.has(before)) return 'impossible'
    } else if (after !== null && (fromIndex.has(after) || !toIndex.has(after))) {
      clauses.push(`${link.toUpperCase()} = ${to.attributes[link]}`)
    }
  }
  return clauses
}

function linkedId({ attributes, facts }: OperatorObject, link: 'commutator' | 'negator'): ObjectId | null {
  const name = attributes[link]?.slice('OPERATOR('.length, -1)
  if (name === undefined) return null
  const [left, right] = link === 'commutator' ? [facts.right, facts.left] : [facts.left, facts.right]
  return `operator:${name}(${left ?? 'NONE'}, ${right})`
}
