import type { HazardRule } from './hazard.ts'

/** Two rows that are equal, now or until then, make it fail. */
export const uniqueOnDuplicates: HazardRule = {
  code: 'unique-on-duplicates',
  find({ step, work, to, rows }) {
    const object = to.get(step.target)
    const isUnique =
      object?.kind === 'index'
        ? object.facts.unique
        : object?.kind === 'constraint' &&
          (object.attributes.type === 'unique' || object.attributes.type === 'primary-key')
    const table = object?.parent ?? ''
    return isUnique && work.kind === 'index-build' && rows(table) > 0
      ? [{ object: step.target, count: rows(table) }]
      : []
  },
}
