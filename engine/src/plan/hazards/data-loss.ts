import type { HazardRule } from './hazard.ts'

/** A table, a column or a sequence goes with what it holds. */
export const dataLoss: HazardRule = {
  code: 'data-loss',
  find({ action, from }) {
    if (action.verb !== 'drop') return []
    const kind = from.get(action.target)?.kind
    return kind === 'table' || kind === 'column' || kind === 'sequence' ? [action.target] : []
  },
}
