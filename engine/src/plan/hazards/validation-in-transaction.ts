import { isStronger } from '../lock.ts'
import { relationOf } from '../locks.ts'
import type { HazardRule } from './hazard.ts'

/** NOT VALID first and VALIDATE later is gentle only when the first is committed before: locks stay until the commit. */
export const validationInTransaction: HazardRule = {
  code: 'validation-in-transaction',
  find({ step, before, from, rows }) {
    if (step.transaction !== 'shared' || !/^ALTER TABLE .* VALIDATE CONSTRAINT /s.test(step.sql)) return []
    const table = relationOf(step.target, from) ?? ''
    const isHeld = before().some(
      ({ transaction, lock }) =>
        transaction === 'shared' &&
        isStronger(lock.mode, 'share-update-exclusive') &&
        lock.relations.includes(table),
    )
    return isHeld && rows(table) > 0 ? [{ object: step.target, count: rows(table) }] : []
  },
}
