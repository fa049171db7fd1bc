import type { Catalog } from '../catalog/catalog.ts'
import { extensionNames } from '../catalog/extension-names.ts'
import { kindOf } from '../catalog/identify.ts'
import { type CatalogIndex, indexCatalog } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { parkedSchema } from '../catalog/parked.ts'
import { rolesOf } from '../catalog/roles.ts'
import { subsetCatalog } from '../catalog/subset.ts'
import { type Change, changedObject } from '../diff/change.ts'
import { compareObjects } from '../diff/compare-objects.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { isStronger, type LockMode, strongest } from '../plan/lock.ts'
import { hiddenStatements } from '../plan/park/hidden-columns.ts'
import { parkStatements } from '../plan/park/park-actions.ts'
import type { HiddenColumn, NumberedThing } from '../plan/park/parked-thing.ts'
import { withUnparked } from '../plan/park/with-unparked.ts'
import type { Plan } from '../plan/plan.ts'
import type { Database } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import { loadCatalog } from '../sources/scratch/load-catalog.ts'
import { makeRoles } from '../sources/scratch/make-roles.ts'
import { withScratch } from '../sources/scratch/with-scratch.ts'
import { type Back, compareBack, goBack, type WayBack } from './go-back.ts'
import { loosenNotNulls } from './loosen-not-nulls.ts'
import { type MeasuredStep, runMeasured } from './measure-steps.ts'
import { withoutSpelling } from './respell.ts'

/** What the rehearsal saw; a rehearsal that could not take place says why. */
export type Rehearsal =
  | {
      readonly kind: 'passed'
      readonly steps: readonly MeasuredStep[]
      /** server_version_num of where it was rehearsed. */
      readonly serverVersion: number
      readonly wayBack: WayBack
    }
  | { readonly kind: 'impossible'; readonly reason: string }

/**
 * Runs a plan on a copy, without rows, of all it touches, in the scratch: the steps must work, and what comes out must
 * be what was desired. Locks and rewrites are measured on the way.
 * @throws REHEARSAL-STEP, REHEARSAL-DIFFERS before anything on the target was changed.
 */
export async function rehearse(piece: Piece, desired: Catalog, cache: string): Promise<Rehearsal> {
  const copy = rehearsedPart(piece, desired)
  const extensions = [...extensionNames(copy), ...extensionNames(desired)]
  const rehearsed = await withScratch(cache, { extensions }, async (scratch) => {
    const objects = [...copy.objects.values(), ...desired.objects.values()]
    await makeRoles(
      objects.flatMap((object) => rolesOf(object, desired.serverVersion, true)),
      scratch,
    )
    return rehearseIn(scratch, piece, copy)
  })
  return judged(rehearsed, { plan: piece.plan, copy, desired, cache })
}

/** What is rehearsed: a plan, and the database that it starts from. */
export interface Piece {
  readonly plan: Plan
  readonly from: Catalog
  /** What the plan brings back from where it is parked. */
  readonly unparked: readonly NumberedThing[]
  /** Columns that are parked and stay so. */
  readonly hidden?: readonly HiddenColumn[]
}

/** All of a catalog that a plan touches, with what is to come back as if it had, and what new objects stand on. */
export function rehearsedPart({ plan, from, unparked }: Piece, desired: Catalog): Catalog {
  const index = indexCatalog(withUnparked(from, unparked))
  const touched = [...surroundings(plan, index)].filter(canBeTried)
  return subsetCatalog(index, [...touched, ...foundations(plan, indexCatalog(desired))].filter(canBeTried))
}

/** What came out of a rehearsal, not compared yet. */
export type Rehearsed =
  | Extract<Rehearsal, { readonly kind: 'impossible' }>
  | (Omit<Extract<Rehearsal, { readonly kind: 'passed' }>, 'wayBack'> & {
      readonly start: Catalog
      readonly outcome: Catalog
      readonly back: Back
    })

/** @param scratch an empty database, left as the plan leaves it */
export async function rehearseIn(scratch: Database, piece: Piece, copy: Catalog): Promise<Rehearsed> {
  const { plan } = piece
  const reason = await tryLoading(copy, piece, scratch)
  if (reason !== undefined) return { kind: 'impossible', reason }
  const start = await readCatalog(scratch)
  const steps = await runMeasured(
    plan.steps.filter(({ target }) => canBeTried(target)),
    scratch,
    copy,
  )
  const outcome = await readCatalog(scratch)
  const back = await goBack(plan, scratch, copy)
  return { kind: 'passed', steps, serverVersion: scratch.serverVersion, start, outcome, back }
}

interface Expectation {
  readonly plan: Plan
  readonly copy: Catalog
  readonly desired: Catalog
  readonly cache: string
}

/** Needs the scratch itself where majors spell differently, so it comes after the rehearsal has left it. */
export async function judged(rehearsed: Rehearsed, expected: Expectation): Promise<Rehearsal> {
  if (rehearsed.kind === 'impossible') return rehearsed
  const { start, outcome, back, ...rehearsal } = rehearsed
  compareClaims(rehearsal.steps)
  await compareOutcome(outcome, expected)
  return { ...rehearsal, wayBack: await compareBack(start, back, expected.cache) }
}

/** A copy has no secret to connect by, and an embedded database no replication: PostgreSQL checks both at once. */
function canBeTried(id: ObjectId): boolean {
  return kindOf(id) !== 'subscription'
}

/** Everything that steps are about or lock, with all that stands on it. */
function surroundings(plan: Plan, from: CatalogIndex): Set<ObjectId> {
  const found = new Set<ObjectId>()
  const open = plan.steps.flatMap(({ target, lock, parking }) => [
    ...[target, ...lock.relations],
    // a sequence that a column owns, and that none needs, is parked with it
    ...(parking?.kind === 'park' ? parking.kept.map(({ id }) => id) : []),
  ])
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || !from.has(id)) continue
    found.add(id)
    const around = [...from.partsOf(id), ...from.dependentsOf(id), ...from.childrenOf(id)]
    if (!id.startsWith('schema:')) open.push(...around.map((object) => object.id))
  }
  return found
}

/** Everything that the targets of the steps, as they should be, and their parts need. */
function foundations(plan: Plan, desired: CatalogIndex): Iterable<ObjectId> {
  const whole = (id: ObjectId): ObjectId[] =>
    id.startsWith('schema:') ? [id] : [id, ...desired.partsOf(id).flatMap((part) => whole(part.id))]
  return subsetCatalog(
    desired,
    plan.steps.flatMap(({ target }) => whole(target)),
  ).objects.keys()
}

async function tryLoading(copy: Catalog, piece: Piece, scratch: Database): Promise<string | undefined> {
  try {
    await loadCatalog(copy, scratch)
    const loosened = loosenNotNulls(piece.plan, copy, scratch.serverVersion)
    if (loosened.length > 0) await scratch.query(loosened.join(';\n'))
    await makeParkingPlace(piece, copy, scratch)
    return undefined
  } catch (error) {
    if (isDatabaseError(error)) return error.message
    throw error
  }
}

/** Where a plan that parks finds its schema, and one that brings back finds what it looks for. */
async function makeParkingPlace(
  { plan, unparked, hidden = [] }: Piece,
  copy: Catalog,
  scratch: Database,
): Promise<void> {
  const parks = plan.steps.some(({ parking }) => parking !== undefined)
  const index = indexCatalog(copy)
  // columns first: under their own names their tables are found
  const coming = unparked.toSorted((a, b) => Number(isColumn(b)) - Number(isColumn(a)))
  const statements = [
    ...(parks
      ? [
          `CREATE SCHEMA IF NOT EXISTS ${parkedSchema}`,
          ...coming.flatMap((thing) => parkStatements(thing, index)),
        ]
      : []),
    ...hiddenStatements(hidden, index),
  ]
  if (statements.length > 0) await scratch.query(statements.join(';\n'))
}

function isColumn({ object }: NumberedThing): boolean {
  return kindOf(object) === 'column'
}

/** No step may take more than the plan says; locks are held to the end of the transaction. */
export function compareClaims(measured: readonly MeasuredStep[]): void {
  let declared: LockMode = 'none'
  for (const { step, lock } of measured) {
    declared = step.transaction === 'shared' ? strongest([declared, step.lock.mode]) : step.lock.mode
    if (!isStronger(lock, declared)) continue
    const facts = { object: step.target, declared: lockName(declared), taken: lockName(lock), sql: step.sql }
    throw new TrueupError('REHEARSAL-LOCK', facts)
  }
}

function lockName(mode: LockMode): string {
  return mode.replaceAll('-', ' ').toUpperCase()
}

/** In the copy, only what the plan touches must have come true. */
async function compareOutcome(outcome: Catalog, { plan, copy, desired, cache }: Expectation): Promise<void> {
  // what the target cannot say (names of NOT NULL before 18) was not planned for
  const known = Math.min(outcome.serverVersion, copy.serverVersion)
  const majors = { from: known, to: desired.serverVersion }
  const targets = new Set(plan.steps.map(({ target }) => target).filter(canBeTried))
  const made = new Set(plan.steps.flatMap(({ kind, target }) => (kind.startsWith('create-') ? [target] : [])))
  const wrong: ObjectId[] = []
  const different: Change[] = []
  for (const object of outcome.objects.values()) {
    const wanted = desired.objects.get(object.id)
    if (!wanted) {
      const isNew = !copy.objects.has(object.id) && object.id !== 'schema:public' // every database has that
      // what nobody speaks of may have been made anew
      if (isNew || (targets.has(object.id) && !made.has(object.id))) wrong.push(object.id)
    } else if (targets.has(object.id)) {
      const differences = compareObjects(object, wanted, majors)
      if (differences.length > 0) different.push({ kind: 'altered', from: object, to: wanted, differences })
    }
  }
  for (const id of targets) if (desired.objects.has(id) && !outcome.objects.has(id)) wrong.push(id)
  for (const change of await withoutSpelling(different, outcome, desired, cache))
    wrong.push(changedObject(change).id)
  if (wrong.length > 0) throw new TrueupError('REHEARSAL-DIFFERS', { objects: wrong })
}
