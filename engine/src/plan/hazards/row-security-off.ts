import type { HazardRule } from './hazard.ts'

/** Policies stay, and nobody asks them any more: every role that may read the table reads all of it. */
export const rowSecurityOff: HazardRule = {
  code: 'row-security-off',
  find({ step, from, to }) {
    const [before, after] = [from.get(step.target), to.get(step.target)]
    if (before?.kind !== 'table' || after?.kind !== 'table') return []
    const isTurnedOff =
      (before.attributes.rowSecurity && !after.attributes.rowSecurity) ||
      (before.attributes.forceRowSecurity && !after.attributes.forceRowSecurity)
    return isTurnedOff ? [{ object: step.target }] : []
  },
}
