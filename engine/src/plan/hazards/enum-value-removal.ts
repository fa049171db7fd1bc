import type { HazardRule } from './hazard.ts'

/** PostgreSQL cannot take a value away: the type and every column of it are made anew. */
export const enumValueRemoval: HazardRule = {
  code: 'enum-value-removal',
  find({ step, from, to }) {
    const [before, after] = [from.get(step.target), to.get(step.target)]
    if (before?.kind !== 'enum' || after?.kind !== 'enum') return []
    const gone = before.attributes.labels.filter((label) => !after.attributes.labels.includes(label))
    return gone.length > 0 ? [{ object: step.target, count: gone.length }] : []
  },
}
