import { alwaysFits } from '../type-cast.ts'
import type { HazardRule } from './hazard.ts'

/** The new type takes less than the old one: values are refused, and would be cut off or rounded by another cast. */
export const narrowingCast: HazardRule = {
  code: 'narrowing-cast',
  find({ step, from, to, rows }) {
    const [before, after] = [from.get(step.target), to.get(step.target)]
    if (before?.kind !== 'column' || after?.kind !== 'column' || before.attributes.generated) return []
    const [old, wanted] = [before.attributes.type, after.attributes.type]
    const table = before.parent ?? ''
    if (old === wanted || rows(table) === 0 || alwaysFits(old, wanted)) return []
    return [{ object: step.target, count: rows(table) }]
  },
}
