import type { ObjectId } from '../catalog/object.ts'

/** Made once a table has its settings: a child takes them over when it is made, or gets them when they are set later. */
export function settledId(table: ObjectId): string {
  return `settled:${table}`
}
