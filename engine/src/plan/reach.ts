import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'

/** Does anything in `starts` need `target`, directly or through others? Decides what may stand inside CREATE TABLE. */
export function reaches(starts: readonly ObjectId[], target: ObjectId, index: CatalogIndex): boolean {
  const seen = new Set<ObjectId>()
  const open = [...starts]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === target) return true
    if (seen.has(id)) continue
    seen.add(id)
    const object = index.get(id)
    if (!object) continue
    open.push(...object.needs)
    // who needs a table may need any of its defaults and keys: they are made with it
    if (object.kind === 'table' || object.kind === 'foreign-table')
      for (const part of index.partsOf(id)) if (part.kind === 'column') open.push(part.id)
  }
  return false
}
