import { action } from '../action.ts'
import { type Alteration, type AlterationOf, replace } from './alteration.ts'

/**
 * CREATE OR REPLACE keeps whatever uses a function, as long as names, types and result stay and no default goes
 * (manual: CREATE FUNCTION).
 */
export function alterFunction({ from, to }: AlterationOf<'function'>): Alteration {
  const before = from.attributes
  const after = to.attributes
  const isCompatible =
    before.routine === after.routine &&
    before.result === after.result &&
    from.facts.identityArguments === to.facts.identityArguments &&
    before.defaults <= after.defaults
  if (!isCompatible) return replace
  return {
    kind: 'in-place',
    actions: [
      action('alter', to.id, after.definition, { needs: to.needs, frees: from.needs, makes: [to.id] }),
    ],
  }
}
