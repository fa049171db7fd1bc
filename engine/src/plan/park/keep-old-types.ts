import type { CatalogObject } from '../../catalog/catalog.ts'
import { kindOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { parkedSchema } from '../../catalog/parked.ts'
import { quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { asideName, oldId } from '../alter/rebuild-type.ts'
import { parkedName } from '../online/reserved-name.ts'
import { isOfType } from './kept-parts.ts'

/**
 * What is parked, now or before, may be of a type that is made anew now: the old one, instead of being dropped, is
 * parked as well. What is parked follows the new one when it comes back (follow-types.ts).
 * @param number under which this plan parks things; null where nothing is parked
 * @param parked what this plan parks, which does not move to the new type
 */
export function keepOldTypes(
  actions: readonly Action[],
  number: number | null,
  parked: ReadonlySet<ObjectId>,
  from: CatalogIndex,
): readonly Action[] {
  if (number === null) return actions
  return actions.flatMap((each) => {
    const old = from.get(each.target)
    const isLast = each.verb === 'drop' && each.removes.includes(oldId(each.target))
    const needs = each.needs.filter((id) => !parked.has(id))
    return old && isLast && isOfType(old.id) ? parkOld({ ...each, needs }, old, number, from) : [each]
  })
}

function parkOld(drop: Action, old: CatalogObject, number: number, from: CatalogIndex): Action[] {
  const word = kindOf(old.id) === 'domain' ? 'DOMAIN' : 'TYPE'
  const aside = asideName(old.name)
  const name = parkedName(old.id, number)
  const moved = `moved:${old.id}`
  const kept = [old, ...from.partsOf(old.id)]
  const { needs, removes, frees } = drop
  return [
    action(
      'park',
      old.id,
      `ALTER ${word} ${quoteQualified(old.schema ?? '', aside)} SET SCHEMA ${parkedSchema}`,
      {
        needs,
        makes: [moved],
      },
    ),
    action('park', old.id, `ALTER ${word} ${quoteQualified(parkedSchema, aside)} RENAME TO ${name}`, {
      needs: [moved],
      removes,
      frees,
      parking: { kind: 'park', object: old.id, name, number, kept, lifted: [] },
    }),
  ]
}
