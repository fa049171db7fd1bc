import type { HazardRule } from './hazard.ts'

/** Queries go through this index; without it they read the whole table. */
export const droppedIndexInUse: HazardRule = {
  code: 'dropped-index-in-use',
  find({ step, from, to, usage }) {
    const object = from.get(step.target)
    if (!step.kind.startsWith('drop-') || (object?.kind !== 'index' && object?.kind !== 'constraint'))
      return []
    const scans = usage.indexScans.get(step.target) ?? 0
    const isGone = !to.has(step.target) && to.has(object.parent ?? '')
    return isGone && scans > 0 ? [{ object: step.target, count: scans }] : []
  },
}
