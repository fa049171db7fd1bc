import { relationOf } from '../locks.ts'
import type { HazardRule } from './hazard.ts'

/** A key has used up more than half of its numbers; when it reaches the last one, nothing can be inserted. */
export const sequenceOverflow: HazardRule = {
  code: 'sequence-overflow',
  find({ step, from, usage }) {
    const table = relationOf(step.target, from)
    return usage.keys
      .filter((key) => key.table === table && key.share >= alarmingShare)
      .map(({ column, share }) => ({ object: column, count: Math.floor(share * 100) }))
  },
}

const alarmingShare = 0.5
