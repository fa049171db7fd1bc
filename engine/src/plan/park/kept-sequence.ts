import type { ObjectOf } from '../../catalog/catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Loss } from './kept-parts.ts'

/**
 * A sequence as it is while it is parked: nobody's. undefined for one that goes with its column or its table.
 * @param handedOn what an identity goes on with
 */
export function keptSequence(
  sequence: ObjectOf<'sequence'>,
  { removed, from }: Loss,
  handedOn: ReadonlySet<ObjectId>,
): [ObjectOf<'sequence'>] | undefined {
  const owner = sequence.attributes.ownedBy
  if (owner === null) return [sequence]
  const goesAlong = removed.has(owner) || removed.has(from.get(owner)?.parent ?? '')
  if (goesAlong || handedOn.has(sequence.id)) return undefined
  const needs = sequence.needs.filter((id) => id !== owner)
  return [{ ...sequence, needs, attributes: { ...sequence.attributes, ownedBy: null } }]
}
