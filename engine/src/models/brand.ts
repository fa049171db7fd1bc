/**
 * Marks the records of this folder. A registered symbol, so that a project with two copies of the package, or with a
 * bundled one, still has its companions recognised.
 */
export const companionKind: unique symbol = Symbol.for('trueup:companion')

export type CompanionKind = 'extension' | 'comment'

/** Which companion a value exported by a models module is; undefined for everything else. */
export function kindOfCompanion(value: unknown): CompanionKind | undefined {
  if (typeof value !== 'object' || value === null || !(companionKind in value)) return undefined
  return value[companionKind] as CompanionKind
}
