import type { HazardRule } from './hazard.ts'

/** A table, a column or a sequence goes with what it holds. */
export const dataLoss: HazardRule = {
  code: 'data-loss',
  find({ step, from, usage }) {
    if (!step.kind.startsWith('drop-')) return []
    const kind = from.get(step.target)?.kind
    if (kind !== 'table' && kind !== 'column' && kind !== 'sequence') return []
    const count = usage.lost.get(step.target)
    return [{ object: step.target, ...(count === undefined ? {} : { count }) }]
  },
}
