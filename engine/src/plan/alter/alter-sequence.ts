import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { action } from '../action.ts'
import { type Alteration, type AlterationOf, differsIn } from './alteration.ts'
import { sequenceChanges } from './identity-changes.ts'

/** Always in place: a sequence that is dropped forgets where it was. */
export function alterSequence({ from, to, differences }: AlterationOf<'sequence'>): Alteration {
  const path = pathOf(to.id)
  const options = sequenceChanges(from.attributes, to.attributes)
  const actions =
    options.length > 0 ? [action('alter', to.id, `ALTER SEQUENCE ${path} ${options.join(' ')}`, {})] : []
  if (differsIn(differences, 'persistence')) {
    const persistence = to.attributes.persistence === 'unlogged' ? 'UNLOGGED' : 'LOGGED'
    actions.push(action('alter', to.id, `ALTER SEQUENCE ${path} SET ${persistence}`, {}))
  }
  if (differsIn(differences, 'ownedBy')) {
    const { ownedBy } = to.attributes
    const sql = `ALTER SEQUENCE ${path} OWNED BY ${ownedBy ? pathOf(ownedBy) : 'NONE'}`
    const frees = from.attributes.ownedBy ? [from.attributes.ownedBy] : []
    const makes = [ownerId(to.id)]
    actions.push(action('alter', to.id, sql, { needs: ownedBy ? [ownedBy] : [], frees, makes }))
  }
  return { kind: 'in-place', actions }
}

/** Made once a sequence belongs to whom it should. */
export function ownerId(sequence: ObjectId): string {
  return `owner:${sequence}`
}
