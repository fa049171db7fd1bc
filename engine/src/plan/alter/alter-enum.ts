import { pathOf } from '../../catalog/identify.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { type Alteration, type AlterationOf, differsIn } from './alteration.ts'
import { rebuildType } from './rebuild-type.ts'

/** Values can only be added in place; anything else makes the type anew, and its columns move over. */
export function alterEnum(alteration: AlterationOf<'enum'>): Alteration {
  const { from, to, differences } = alteration
  if (!differsIn(differences, 'labels')) return { kind: 'in-place', actions: [] }
  const before = from.attributes.labels
  const after = to.attributes.labels
  const kept = after.filter((label) => before.includes(label))
  const onlyGrows = kept.length === before.length && kept.every((label, i) => label === before[i])
  if (!onlyGrows) return rebuildType(alteration)
  const type = pathOf(to.id)
  return {
    kind: 'in-place',
    actions: after.flatMap((label, i) => {
      if (before.includes(label)) return []
      const next = after.slice(i + 1).find((other) => before.includes(other))
      const previous = after[i - 1]
      const place =
        previous !== undefined
          ? ` AFTER ${quoteLiteral(previous)}`
          : next !== undefined
            ? ` BEFORE ${quoteLiteral(next)}`
            : ''
      return [
        action('alter', to.id, `ALTER TYPE ${type} ADD VALUE ${quoteLiteral(label)}${place}`, {
          makes: [`label:${to.id}:${label}`, to.id],
          needs: previous !== undefined && !before.includes(previous) ? [`label:${to.id}:${previous}`] : [],
          commitsFirst: true,
        }),
      ]
    }),
  }
}
