import type { HazardRule } from './hazard.ts'

/** The rows that are there fulfil it now; one that is written before the step runs may not, and the step fails. */
export const constraintOnRows: HazardRule = {
  code: 'constraint-on-rows',
  find({ step, work, to, rows }) {
    const object = to.get(step.target)
    const demands =
      object?.kind === 'constraint'
        ? work.kind !== 'moment' &&
          object.attributes.type !== 'unique' &&
          object.attributes.type !== 'primary-key'
        : object?.kind === 'column' && / SET NOT NULL$/.test(step.sql)
    const table = object?.parent ?? ''
    return demands && rows(table) > 0 ? [{ object: step.target, count: rows(table) }] : []
  },
}
