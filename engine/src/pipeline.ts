import type { Catalog } from './catalog/catalog.ts'
import { type CatalogIndex, indexCatalog } from './catalog/index-catalog.ts'
import type { Decision } from './decide/decision.ts'
import { modelDecisions } from './decide/model-decisions.ts'
import { losses, openQuestions, type Question } from './decide/questions.ts'
import { decidedRenames, type Rename } from './decide/renames.ts'
import { withBystanders } from './diff/bystanders.ts'
import { type Change, reversed } from './diff/change.ts'
import { withoutDefaultPrivileges } from './diff/without-default-privileges.ts'
import { neededRoles } from './plan/needed-roles.ts'
import { busyTables, nothingIsBusy } from './plan/online/busy-tables.ts'
import { splitLeftovers, withLeftovers } from './plan/online/leftovers.ts'
import { stillHidden } from './plan/park/hidden-columns.ts'
import { isOfType } from './plan/park/kept-parts.ts'
import { parkLosses } from './plan/park/park-losses.ts'
import type { HiddenColumn, NumberedThing, ParkingPlace } from './plan/park/parked-thing.ts'
import { withOldTypes } from './plan/park/with-old-types.ts'
import { withUnparked } from './plan/park/with-unparked.ts'
import type { Plan } from './plan/plan.ts'
import { type PlanOptions, planChanges } from './plan/plan-changes.ts'
import { rowValues } from './plan/row-values.ts'
import { asPlan } from './plan/steps.ts'
import { noUsage, type Usage } from './plan/usage.ts'
import { type UsageQuestion, usageQuestion } from './plan/usage-question.ts'
import { withOldNames } from './rehearse/old-names.ts'
import { withoutSpelling } from './rehearse/respell.ts'
import { findRowChecks } from './rows/find-checks.ts'
import type { RowCheck } from './rows/row-check.ts'
import { whereParked } from './rows/where-parked.ts'
import type { Desired } from './sources/desired.ts'
import { differences } from './verify/differences.ts'

export interface Planning {
  readonly from: Catalog
  /** The same with what a run that died has left behind: what the steps will meet. */
  readonly found: Catalog
  readonly desired: Desired
  readonly changes: readonly Change[]
  readonly renames: readonly Rename[]
  /** While one of these is open the plan must not be run. */
  readonly questions: readonly Question[]
  /** To be asked of the rows before anything is changed. */
  readonly rowChecks: readonly RowCheck[]
  /** What the database said of the relations that the plan touches. */
  readonly usage: Usage
  /** Roles that it speaks of: no plan makes them, so they must be there. */
  readonly roles: readonly string[]
  /** What comes back from where it was parked. */
  readonly unparked: readonly NumberedThing[]
  /** Parked columns that stay so. */
  readonly hidden: readonly HiddenColumn[]
  readonly plan: Plan
}

export interface PlanningOptions {
  /** Asks the database how full and how busy some relations are; without it plans go by what ANALYZE left behind. */
  readonly usage?: (question: UsageQuestion) => Promise<Usage>
  /** From how many rows on a table is changed the online way; never where nobody else can be connected. */
  readonly onlineRows?: number
  /** Where what would be dropped is parked; without it, it is dropped. */
  readonly parking?: ParkingPlace
}

/** The story on one page: from a database as it is and models as they should be to a plan. Changes nothing. */
export async function makePlan(
  found: Catalog,
  desired: Desired,
  given: readonly Decision[],
  cache: string,
  options: PlanningOptions = {},
): Promise<Planning> {
  const { own: from, leftovers } = splitLeftovers(found, desired.catalog)
  const { grants = false } = desired
  const decisions = [...given, ...modelDecisions(desired.tables, from)]
  const renames = decidedRenames(decisions, from)
  const wanted = grants ? desired.catalog : withoutDefaultPrivileges(desired.catalog, from)
  const to = { ...desired, catalog: await withOldNames(wanted, renames, cache, { grants }) }
  const fromIndex = indexCatalog(from)
  const different = await withoutSpelling(differences(from, to), from, to.catalog, cache)
  const { changes, catalog } = withBystanders(different, fromIndex, to.catalog)
  return planTowards(
    { from, leftovers, desired, to: catalog, changes, renames, decisions, unparked: [] },
    options,
  )
}

/** Both sides of a plan, in the names that the database has now. */
export interface Aim {
  /** The database as it is, without helpers of runs that died; those are the leftovers. */
  readonly from: Catalog
  readonly leftovers: Catalog
  /** What is to come out, in its own names. */
  readonly desired: Desired
  /** The same under the names of now, and what it does not speak of. */
  readonly to: Catalog
  readonly changes: readonly Change[]
  readonly renames: readonly Rename[]
  readonly decisions: readonly Decision[]
  /** What comes back from where it was parked, and counts as there from the start. */
  readonly unparked: readonly NumberedThing[]
}

export async function planTowards(
  { from: now, leftovers, desired, to, changes, renames, decisions, unparked }: Aim,
  { onlineRows, usage: askUsage, parking: place }: PlanningOptions = {},
): Promise<Planning> {
  const { grants = false } = desired
  const found = withLeftovers(now, leftovers)
  const from = withUnparked(now, unparked)
  const [fromIndex, toIndex] = [indexCatalog(from), indexCatalog(to)]
  const values = rowValues(decisions)
  const question = usageQuestion(changes, losses(changes, fromIndex), fromIndex)
  const usage = changes.length > 0 && askUsage ? await askUsage(question) : noUsage
  const isBusy = onlineRows === undefined ? nothingIsBusy : busyTables(fromIndex, onlineRows, usage)
  const online = { isBusy, leftovers: indexCatalog(leftovers) }
  const rowChecks = whereParked(findRowChecks(changes, fromIndex, toIndex, values), unparked)
  const questions = openQuestions(changes, fromIndex, toIndex, decisions)
  const meets = found === now ? fromIndex : indexCatalog(withUnparked(found, unparked))
  const hidden = place ? stillHidden(place, unparked) : []
  const plan = planWithWayBack(
    { changes, fromIndex, meets, toIndex, renames, usage, place, unparked, hidden },
    { values, online, grants },
  )
  const roles = neededRoles(changes, to.serverVersion, grants)
  const asked = { questions, rowChecks, roles, usage }
  return { from: now, found, desired, changes, renames, ...asked, unparked, hidden, plan }
}

interface BothSides {
  readonly changes: readonly Change[]
  readonly fromIndex: CatalogIndex
  /** With what a run that died left behind: what the steps lock. */
  readonly meets: CatalogIndex
  readonly toIndex: CatalogIndex
  readonly renames: readonly Rename[]
  readonly usage: Usage
  readonly place: ParkingPlace | undefined
  readonly unparked: readonly NumberedThing[]
  readonly hidden: readonly HiddenColumn[]
}

/** What is parked counts as there on both sides: it goes last, and comes back first. */
function planWithWayBack(
  { changes, fromIndex, meets, toIndex, renames, usage, place, unparked, hidden }: BothSides,
  options: Pick<PlanOptions, 'values' | 'online' | 'grants'>,
): Plan {
  const { grants } = options
  if (!place)
    return asPlan({
      actions: planChanges(changes, fromIndex, toIndex, options),
      undo: planChanges(changes.map(reversed), toIndex, fromIndex, { grants }),
      ...{ renames, from: meets, to: toIndex, usage },
    })
  const lost = parkLosses(changes, fromIndex, toIndex.catalog, place.next)
  const there = indexCatalog(lost.to)
  const isParkedBefore = place.isThere && place.next > 1
  const keptAs = isParkedBefore || hasTypes(lost.things) ? place.next : null
  const forth = { parked: lost.things, unparked, isPlaceThere: place.isThere, keptAs, hidden }
  const actions = planChanges(lost.changes, fromIndex, there, { ...options, parking: forth })
  const away = withOldTypes(lost, actions, fromIndex)
  const start = indexCatalog(away.to)
  const back = parkLosses(away.changes.map(reversed), start, fromIndex.catalog, place.next + 1)
  const isPlaceThere = lost.things.length > 0 // made by the plan itself; else perhaps by nobody yet
  const home = {
    parked: [...back.things, ...unparked],
    unparked: away.things,
    isPlaceThere,
    keptAs: null,
    hidden,
  }
  return asPlan({
    actions,
    undo: planChanges(back.changes, start, indexCatalog(back.to), { grants, parking: home }),
    ...{ renames, from: meets, to: there, usage },
  })
}

function hasTypes(things: readonly NumberedThing[]): boolean {
  return things.some(({ kept }) => kept.some(({ needs }) => needs.some(isOfType)))
}

/** For a database that is known to be what it should be, without looking. */
export function nothingToPlan(from: Catalog, desired: Desired): Planning {
  const plan: Plan = { format: 1, fromFingerprint: from.fingerprint, steps: [], undo: [] }
  const nothing = {
    changes: [],
    renames: [],
    questions: [],
    rowChecks: [],
    roles: [],
    unparked: [],
    hidden: [],
  }
  return { from, found: from, desired, ...nothing, usage: noUsage, plan }
}
