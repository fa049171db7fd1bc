import type { ObjectId } from '../catalog/object.ts'

/** Table-level lock modes, weakest first (manual 13.3.1). */
export const lockModes = [
  'none',
  'access-share',
  'row-share',
  'row-exclusive',
  'share-update-exclusive',
  'share',
  'share-row-exclusive',
  'exclusive',
  'access-exclusive',
] as const
export type LockMode = (typeof lockModes)[number]

/** What a statement holds of tables that others may be using, until its transaction ends. */
export interface Lock {
  readonly mode: LockMode
  /** Relations that are there before the plan begins; new ones are nobody's yet. */
  readonly relations: readonly ObjectId[]
}

export const noLock: Lock = { mode: 'none', relations: [] }

export function isStronger(a: LockMode, b: LockMode): boolean {
  return lockModes.indexOf(a) > lockModes.indexOf(b)
}

export function strongest(modes: Iterable<LockMode>): LockMode {
  let found: LockMode = 'none'
  for (const mode of modes) if (isStronger(mode, found)) found = mode
  return found
}
