import type { ObjectId } from '../../catalog/object.ts'

/**
 * What a thing is there for while a live change is under way:
 * `new` becomes an object, `old` was one, `proof` is a check that makes a scan unnecessary, `sync` keeps a new column
 * equal to the old one, `keep` keeps rows as they were while they are filled, `seq` counts until the identity does.
 */
export type HelperRole = 'new' | 'old' | 'proof' | 'sync' | 'keep' | 'seq'

/**
 * The name of something that exists only while a change is under way. Always the same for the same object, so that
 * the run after a dead one knows what it finds; short enough never to be cut off.
 */
export function helperName(role: HelperRole, object: ObjectId): string {
  return `trueup_${role}_${digest(object)}`
}

export function isHelperName(name: string): boolean {
  return /^~?trueup_(?:new|old|proof|sync|keep|seq)_[0-9a-f]{16}(?:_update)?$/.test(name)
}

/**
 * The name of something that was dropped and may come back (catalog/parked.ts).
 * @param number of the first thing that its plan parks: one object can be parked many times
 */
export function parkedName(object: ObjectId, number: number): string {
  return `trueup_parked_${digest(`${number} ${object}`)}`
}

/** FNV-1a, 64 bits: names need to differ, not to be hard to guess. */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}
