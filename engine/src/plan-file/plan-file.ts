import type { Catalog } from '../catalog/catalog.ts'
import { extensionNames } from '../catalog/extension-names.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import { type CatalogJson, catalogFromJson, catalogToJson } from '../catalog/json.ts'
import type { ObjectId } from '../catalog/object.ts'
import { subsetCatalog } from '../catalog/subset.ts'
import { changedObject } from '../diff/change.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { hashTexts } from '../modules/content-hash.ts'
import type { Planning } from '../pipeline.ts'
import type { Plan } from '../plan/plan.ts'
import type { TableUsage } from '../plan/usage.ts'
import type { Place } from '../postgres/database.ts'
import type { RowCheck } from '../rows/row-check.ts'
import type { Desired } from '../sources/desired.ts'
import { currentName } from './current-name.ts'
import { type Touched, touchedObjects } from './touched.ts'

/** A plan that can be kept, reviewed, mailed and run later (docs/formats.md). No passwords, no moments. */
export interface PlanFile {
  readonly format: 1
  /** The version that made it. */
  readonly trueup: string
  readonly environment: string
  readonly place: Place
  readonly serverVersion: number
  readonly plan: Plan
  readonly rowChecks: readonly RowCheck[]
  /** What the plan was made for: it runs only while all of it is as it was. */
  readonly touched: Touched
  /** Objects that the plan changes. */
  readonly changed: readonly ObjectId[]
  /** What they should be afterwards, with what they need. */
  readonly desired: CatalogJson
  readonly tables: readonly (readonly [ObjectId, TableUsage])[]
  readonly lost: readonly (readonly [ObjectId, number])[]
}

export interface PlanFileOrigin {
  readonly version: string
  readonly environment: string
  readonly place: Place
}

export function makePlanFile(planning: Planning, origin: PlanFileOrigin): PlanFile {
  const { plan, rowChecks, from, found, desired, changes, renames, usage } = planning
  const names = (id: ObjectId) => currentName(id, renames)
  const changed = [...new Set(changes.map((change) => names(changedObject(change).id)))].sort()
  const to = indexCatalog(desired.catalog)
  const wanted = subsetCatalog(to, [...changed, ...plan.steps.map(({ target }) => names(target))])
  return {
    format: 1,
    trueup: origin.version,
    environment: origin.environment,
    place: origin.place,
    serverVersion: from.serverVersion,
    plan,
    rowChecks,
    touched: touchedObjects(plan.steps, wanted.objects.keys(), indexCatalog(found)),
    changed,
    desired: catalogToJson(wanted),
    tables: [...usage.tables],
    lost: [...usage.lost],
  }
}

/** As text, with a checksum at the end over everything before it. */
export function planFileText(file: PlanFile): string {
  return `${JSON.stringify({ ...file, checksum: checksum(file) }, null, 2)}\n`
}

/** @throws PLAN-FILE-DAMAGED when it is no plan, or not as it was written. */
export function readPlanFile(text: string, name: string): PlanFile {
  let read: Partial<PlanFile> & { readonly checksum?: unknown }
  try {
    read = JSON.parse(text)
  } catch (error) {
    throw new TrueupError('PLAN-FILE-DAMAGED', { file: name, reason: 'not-json' }, { cause: error })
  }
  const { checksum: written, ...file } = read ?? {}
  if (file.plan === undefined || file.touched === undefined || written === undefined)
    throw new TrueupError('PLAN-FILE-DAMAGED', { file: name, reason: 'not-a-plan' })
  if (file.format !== 1) throw new TrueupError('PLAN-FILE-DAMAGED', { file: name, reason: 'format' })
  if (written !== checksum(file as PlanFile))
    throw new TrueupError('PLAN-FILE-DAMAGED', { file: name, reason: 'checksum' })
  return file as PlanFile
}

export function desiredOf({ desired }: PlanFile): Desired {
  const catalog = catalogFromJson(desired)
  const extensions = extensionNames(catalog)
  return { key: 'plan-file', extensions, catalog, tables: [], extent: 'whole-database' }
}

/** The file as something to report, rehearse and run, on the database as it is now. */
export function planningOf(file: PlanFile, from: Catalog, found: Catalog): Planning {
  return {
    from,
    found,
    desired: desiredOf(file),
    changes: [],
    renames: [],
    questions: [],
    rowChecks: file.rowChecks,
    roles: [],
    unparked: [],
    hidden: [],
    usage: { tables: new Map(file.tables), lost: new Map(file.lost), indexScans: new Map(), keys: [] },
    plan: file.plan,
  }
}

/** Layout does not count, content does. */
function checksum(file: PlanFile): string {
  return `sha256:${hashTexts(JSON.stringify(file))}`
}
