import type { Catalog } from '../catalog/catalog.ts'
import { extensionNames } from '../catalog/extension-names.ts'
import { type CatalogIndex, indexCatalog } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { subsetCatalog } from '../catalog/subset.ts'
import { compareObjects } from '../diff/compare-objects.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Plan } from '../plan/plan.ts'
import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import { withScratch } from '../sources/scratch/with-scratch.ts'
import { loadCatalog } from './load-catalog.ts'
import { type MeasuredStep, runMeasured } from './measure-steps.ts'

/** What the rehearsal saw; a rehearsal that could not take place says why. */
export type Rehearsal =
  | { readonly kind: 'passed'; readonly steps: readonly MeasuredStep[] }
  | { readonly kind: 'impossible'; readonly reason: string }

/**
 * Runs a plan on a copy, without rows, of all it touches, in the scratch: the steps must work, and what comes out must
 * be what was desired. Locks and rewrites are measured on the way.
 * @throws REHEARSAL-STEP, REHEARSAL-DIFFERS before anything on the target was changed.
 */
export async function rehearse(
  plan: Plan,
  from: Catalog,
  desired: Catalog,
  cache: string,
): Promise<Rehearsal> {
  const index = indexCatalog(from)
  const copy = subsetCatalog(index, surroundings(plan, index))
  const extensions = [...extensionNames(copy), ...extensionNames(desired)]
  return withScratch(cache, extensions, async (scratch) => {
    const reason = await tryLoading(copy, scratch)
    if (reason !== undefined) return { kind: 'impossible', reason }
    const steps = await runMeasured(plan.steps, scratch)
    compareOutcome(await readCatalog(scratch), copy, desired, plan)
    return { kind: 'passed', steps }
  })
}

/** Everything that steps are about or lock, with all that stands on it. */
function surroundings(plan: Plan, from: CatalogIndex): Set<ObjectId> {
  const found = new Set<ObjectId>()
  const open = plan.steps.flatMap(({ target, lock }) => [target, ...lock.relations])
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || !from.has(id)) continue
    found.add(id)
    const around = [...from.partsOf(id), ...from.dependentsOf(id), ...from.childrenOf(id)]
    if (!id.startsWith('schema:')) open.push(...around.map((object) => object.id))
  }
  return found
}

async function tryLoading(copy: Catalog, scratch: Database): Promise<string | undefined> {
  try {
    await loadCatalog(copy, scratch)
    return undefined
  } catch (error) {
    if (isDatabaseError(error)) return error.message
    throw error
  }
}

/** In the copy, only what the plan touches must have come true. */
function compareOutcome(outcome: Catalog, copy: Catalog, desired: Catalog, plan: Plan): void {
  const majors = { from: outcome.serverVersion, to: desired.serverVersion }
  const targets = new Set(plan.steps.map(({ target }) => target))
  const wrong: ObjectId[] = []
  for (const object of outcome.objects.values()) {
    const wanted = desired.objects.get(object.id)
    if (!wanted) {
      if (!copy.objects.has(object.id) || targets.has(object.id)) wrong.push(object.id)
    } else if (compareObjects(object, wanted, majors).length > 0 && targets.has(object.id))
      wrong.push(object.id)
  }
  for (const id of targets) if (desired.objects.has(id) && !outcome.objects.has(id)) wrong.push(id)
  if (wrong.length > 0) throw new TrueupError('REHEARSAL-DIFFERS', { objects: wrong })
}
