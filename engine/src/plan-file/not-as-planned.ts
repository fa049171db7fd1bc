import type { Catalog } from '../catalog/catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { changedObject } from '../diff/change.ts'
import { withoutSpelling } from '../rehearse/respell.ts'
import { differences } from '../verify/differences.ts'
import { desiredOf, type PlanFile } from './plan-file.ts'

/** Objects of a plan that are not what it promised; what it does not speak of is nobody's business here. */
export async function notAsPlanned(after: Catalog, file: PlanFile, cache: string): Promise<ObjectId[]> {
  const desired = desiredOf(file)
  const changed = new Set(file.changed)
  const found = differences(after, desired)
  const relevant = found.filter((change) => changed.has(changedObject(change).id))
  return (await withoutSpelling(relevant, after, desired.catalog, cache)).map(
    (change) => changedObject(change).id,
  )
}
