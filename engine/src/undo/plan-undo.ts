import type { Catalog } from '../catalog/catalog.ts'
import { extensionNames } from '../catalog/extension-names.ts'
import { type CatalogIndex, indexCatalog } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { type Decision, decisionText } from '../decide/decision.ts'
import { losses, type Question } from '../decide/questions.ts'
import { decidedRenames, type Rename } from '../decide/renames.ts'
import { type Change, changedObject } from '../diff/change.ts'
import { diffCatalogs } from '../diff/diff-catalogs.ts'
import { scopeOf } from '../diff/scope.ts'
import type { ParkedRecord } from '../journal/parked.ts'
import { type Planning, type PlanningOptions, planTowards } from '../pipeline.ts'
import { splitLeftovers } from '../plan/online/leftovers.ts'
import { withUnparked } from '../plan/park/with-unparked.ts'
import { withOldNames } from '../rehearse/old-names.ts'
import { withoutSpelling } from '../rehearse/respell.ts'
import type { Desired } from '../sources/desired.ts'
import type { ChosenRuns } from './chosen-runs.ts'
import { goneForGood } from './gone-for-good.ts'
import { lastPicture } from './last-picture.ts'
import { asQuestion, cannotReturn, chosen } from './left-as-now.ts'
import { renamesBack } from './renames-back.ts'
import { returning } from './returning.ts'
import { takeBack } from './taken-back.ts'
import { withNewNames } from './with-new-names.ts'

/** What an undo is made of: the journal's pictures of the database, and what is parked in it. */
export interface UndoInput {
  readonly runs: ChosenRuns
  readonly before: Catalog
  /** After the last run that has told; undefined where none has. */
  readonly after: Catalog | undefined
  readonly parked: readonly ParkedRecord[]
}

/**
 * The way back as a plan like any other. What is to come out is worked out object by object, in the names of now; what
 * the runs parked comes back from there, and what they made is parked.
 */
export async function planUndo(
  found: Catalog,
  { runs, before, after, parked }: UndoInput,
  given: readonly Decision[],
  cache: string,
  options: PlanningOptions,
): Promise<Planning> {
  const whole = splitLeftovers(found).own
  const { things: candidates, taken } = returning(parked, runs, before, whole)
  const there = withUnparked(whole, candidates)
  const renames = decidedRenames(
    renamesBack(
      runs.since.map((run) => run.renames),
      before,
      there,
    ),
    there,
  )
  const origin = await withOldNames(before, renames, cache, { grants: true })
  const { own: now, leftovers } = splitLeftovers(found, origin)
  const undone = await differing(origin, await lastPicture({ runs, origin, after, now }, cache), cache)
  const stuck = cannotReturn(taken, undone, now)
  const kept = stuck.map(({ object }): Decision => ({ kind: 'keep', path: object }))
  const { catalog, conflicts, baseless, made } = takeBack({
    before: origin,
    changes: undone,
    now,
    choose: chosen([...given, ...kept], [origin, now]),
  })
  const said = new Set(given.flatMap((decision) => (decision.kind === 'keep' ? [decision.path] : [])))
  const limits = [...stuck, ...baseless.map((object) => ({ about: 'baseless' as const, object }))]
  const unanswered = limits.filter(({ object }) => !said.has(object))
  const unparked = candidates.filter(({ object }) => catalog.objects.has(object))
  const start = withUnparked(now, unparked)
  const changes = await differing(start, catalog, cache)
  const own = new Set([...made, ...undone.map((change) => changedObject(change).id)])
  const planning = await planTowards(
    {
      ...{ from: now, leftovers, to: catalog, changes, renames, unparked },
      desired: await asDesired(catalog, renames, cache),
      decisions: [...given, ...consents(changes, own, indexCatalog(start))],
    },
    options,
  )
  const asked = new Set(planning.questions.map(({ object }) => object))
  const unkept = options.parking ? goneForGood(planning.plan, given) : []
  return {
    ...planning,
    questions: [
      ...conflicts.map(conflictQuestion),
      ...unanswered.map(asQuestion),
      ...planning.questions,
      ...unkept.filter(({ object }) => !asked.has(object)),
    ],
  }
}

async function differing(from: Catalog, to: Catalog, cache: string): Promise<readonly Change[]> {
  const changes = diffCatalogs(from, to, scopeOf(from, to, [], 'whole-database'), { grants: true })
  return withoutSpelling(changes, from, to, cache)
}

async function asDesired(catalog: Catalog, renames: readonly Rename[], cache: string): Promise<Desired> {
  const named = await withNewNames(catalog, renames, cache)
  const extensions = extensionNames(named)
  return { key: 'undo', extensions, catalog: named, tables: [], extent: 'whole-database', grants: true }
}

/** Whoever takes back a run agrees that what it made goes; what others made since is asked about. */
function consents(changes: readonly Change[], own: ReadonlySet<ObjectId>, from: CatalogIndex): Decision[] {
  const altered = new Map(
    changes.flatMap((change) => (change.kind === 'altered' ? [[change.from.id, change]] : [])),
  )
  return losses(changes, from).flatMap((id) => {
    const isInside = [...altered.keys()].some((owner) => own.has(owner) && isPartOf(id, owner))
    return own.has(id) || isInside ? [{ kind: 'drop', path: id }] : []
  })
}

function isPartOf(part: ObjectId, owner: ObjectId): boolean {
  return part.slice(part.indexOf(':') + 1).startsWith(`${owner.slice(owner.indexOf(':') + 1)}.`)
}

function conflictQuestion(object: ObjectId): Question {
  const answers = (['undo', 'keep'] as const).map((kind) => decisionText({ kind, path: object }))
  return { about: 'changed', object, answers }
}
