import { applyPlan } from '../../src/apply/apply-plan.ts'
import { quietPort } from '../../src/apply/run-port.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { pathOf } from '../../src/catalog/identify.ts'
import { indexCatalog } from '../../src/catalog/index-catalog.ts'
import type { ObjectId } from '../../src/catalog/object.ts'
import type { Decision } from '../../src/decide/decision.ts'
import { changedObject } from '../../src/diff/change.ts'
import { diffCatalogs } from '../../src/diff/diff-catalogs.ts'
import { scopeOf } from '../../src/diff/scope.ts'
import { journalHeadStatements, parseJournalHead } from '../../src/journal/journal-head.ts'
import { readParked } from '../../src/journal/parked.ts'
import { readBegunRuns, readCatalogsAround } from '../../src/journal/read-undone.ts'
import { runCompanions } from '../../src/journal/run-companions.ts'
import { startRun } from '../../src/journal/start-run.ts'
import { makePlan, type Planning } from '../../src/pipeline.ts'
import { undoLosses } from '../../src/plan/undo-losses.ts'
import type { Database } from '../../src/postgres/database.ts'
import { rehearse } from '../../src/rehearse/rehearse.ts'
import { withoutSpelling } from '../../src/rehearse/respell.ts'
import { findRowsInTheWay } from '../../src/rows/run-checks.ts'
import { readCatalogAnd } from '../../src/sources/database/read-catalog.ts'
import type { Desired } from '../../src/sources/desired.ts'
import { chooseRuns } from '../../src/undo/chosen-runs.ts'
import { planUndo } from '../../src/undo/plan-undo.ts'
import type { CaseSettings, Schema } from '../cases/case-folder.ts'
import { load, makeGoal, type OpenEmpty } from '../cases/run-direction.ts'

export interface ThereAndBack {
  /** What is different from the start after the undo, and from the end after the redo; must be nothing. */
  readonly afterUndo: readonly string[]
  readonly afterRedo: readonly string[]
  readonly rowsAtStart: unknown
  readonly rowsAfterUndo: unknown
  readonly rowsAtEnd: unknown
  readonly rowsAfterRedo: unknown
  /** Columns of the case that come back without their values, of which no plan has said so; must be none. */
  readonly lostUnsaid: readonly string[]
  /** What an undo or redo asked about though it brings everything back, or did not ask about; must be none. */
  readonly askedInVain: readonly string[]
  readonly notAsked: readonly string[]
}

/** Applies a case with everything that it drops parked, takes that back, and takes that back again. */
export async function runThereAndBack(
  start: Schema,
  goal: Schema,
  open: OpenEmpty,
  cache: string,
  {
    valuesChange: changing = [],
    undoLoses = [],
    undoAsks = [],
    grants = false,
    unmentioned = [],
  }: CaseSettings = {},
): Promise<ThereAndBack> {
  const valuesChange = [...changing, ...undoLoses]
  const { desired } = await makeGoal(goal, open, grants, unmentioned)
  const database = await open()
  try {
    await load(start.sql, database)
    await load(start.seed, database)
    const session = { database, cache }
    const before = await look(database)
    const rowsAtStart = await rowsOf(before.catalog, database, valuesChange)
    const planning = await makePlan(before.catalog, desired, start.decisions, cache, {
      parking: before.journal.parking,
    })
    if (planning.plan.steps.length === 0) return nothingToDo(rowsAtStart)
    const said = new Set(lossesOf(planning))
    await run('apply', planning, [], session)
    const middle = await look(database)
    const rowsAtEnd = await rowsOf(middle.catalog, database, valuesChange)
    const afterUndo = await takeBack('undo', session)
    for (const path of afterUndo.losses) said.add(path)
    const rowsAfterUndo = await rowsOf(before.catalog, database, valuesChange)
    const afterRedo = await takeBack('redo', session)
    const asked = new Set([...afterUndo.unkept, ...afterRedo.unkept])
    return {
      afterUndo: await different(before.catalog, afterUndo, cache),
      afterRedo: await different(middle.catalog, afterRedo, cache),
      ...{ rowsAtStart, rowsAfterUndo, rowsAtEnd },
      rowsAfterRedo: await rowsOf(middle.catalog, database, valuesChange),
      lostUnsaid: undoLoses.filter((path) => !said.has(path)),
      askedInVain: [...asked].filter((path) => ![...valuesChange, ...undoAsks].includes(path)),
      notAsked: undoAsks.filter((path) => !asked.has(path)),
    }
  } finally {
    await database.close()
  }
}

function nothingToDo(rows: unknown): ThereAndBack {
  const [afterUndo, afterRedo]: [string[], string[]] = [[], []]
  return {
    afterUndo,
    afterRedo,
    rowsAtStart: rows,
    rowsAfterUndo: rows,
    rowsAtEnd: rows,
    rowsAfterRedo: rows,
    lostUnsaid: [],
    askedInVain: [],
    notAsked: [],
  }
}

/** What a plan says that its undo will not bring back. */
function lossesOf({ plan, from }: Planning): string[] {
  return undoLosses(plan.steps, indexCatalog(from)).map(({ object }) => pathOf(object))
}

/** Rehearsing takes most of the time: runs of everything may do without. */
const isRehearsed = process.env['TRUEUP_REHEARSED'] !== '0'

export interface Session {
  readonly database: Database
  readonly cache: string
}

export async function look(database: Database) {
  const { catalog, answers } = await readCatalogAnd(journalHeadStatements, database)
  return { catalog, journal: parseJournalHead(answers) }
}

export interface TakenBack {
  readonly catalog: Catalog
  /** What the plan refused to bring back, and said so. */
  readonly impossible: readonly ObjectId[]
  /** Paths of what would not come back if this were taken back again; it said so. */
  readonly losses: readonly string[]
  /** Paths of what it would destroy, and asked about. */
  readonly unkept: readonly string[]
}

export async function takeBack(command: 'undo' | 'redo', session: Session): Promise<TakenBack> {
  const { database, cache } = session
  const { catalog, journal } = await look(database)
  const known = await readBegunRuns(journal.format, database)
  const runs = chooseRuns(command, known, undefined)
  const { before, after } = await readCatalogsAround(runs.first, runs.told, database)
  if (!before) throw new Error('no picture')
  const input = { runs, before, after, parked: await readParked(journal.format, database) }
  const plan = (decisions: readonly Decision[]) =>
    planUndo(catalog, input, decisions, cache, { parking: journal.parking })
  const first = await plan([])
  // what nobody can bring back must be refused by name, and is left as it is
  const impossible = first.questions.filter(({ about }) => about === 'secret' || about === 'baseless')
  const unkept = first.questions.filter(({ about }) => about === 'unkept').map(({ object }) => object)
  const answers: Decision[] = [
    ...impossible.map(({ object }): Decision => ({ kind: 'keep', path: object })),
    ...unkept.map((object): Decision => ({ kind: 'drop', path: object })),
  ]
  const planning = answers.length > 0 ? await plan(answers) : first
  if (planning.questions.length > 0) throw new Error(`open: ${JSON.stringify(planning.questions)}`)
  const own = planning.rowChecks.filter(({ table }) => table.startsWith('table:')) // foreign ones have no rows here
  const rows = await findRowsInTheWay(own, database)
  if (rows.length > 0) throw new Error(`rows in the way: ${JSON.stringify(rows)}`)
  if (isRehearsed) await rehearse(planning, planning.desired.catalog, cache)
  await run(command, planning, runs.undoes, session)
  return {
    catalog: (await look(database)).catalog,
    impossible: impossible.map(({ object }) => object),
    losses: lossesOf(planning),
    unkept: unkept.map(pathOf),
  }
}

export async function run(
  command: 'apply' | 'undo' | 'redo' | 'purge',
  planning: Planning,
  undoes: readonly number[],
  { database, cache }: Session,
): Promise<void> {
  const { plan, from, desired, renames } = planning
  const { journal } = await look(database)
  const runner = { environment: 'test', toolVersion: '0', osUser: '', osHost: '' }
  const companions = runCompanions(
    startRun(command, runner, plan, from, journal, { renames, undoes }),
    undefined,
  )
  const secrets = new Map([...from.secrets, ...desired.catalog.secrets])
  const prove = (after: Catalog) => remaining(after, desired, cache)
  await applyPlan(plan, from, database, prove, { ...quietPort, secrets, companions })
}

async function remaining(
  after: Catalog,
  { catalog, grants = false, extent = 'whole-database' }: Desired,
  cache: string,
) {
  const changes = diffCatalogs(after, catalog, scopeOf(after, catalog, [], extent), { grants })
  return describe(await withoutSpelling(changes, after, catalog, cache))
}

async function different(
  wanted: Catalog,
  { catalog: found, impossible }: TakenBack,
  cache: string,
): Promise<string[]> {
  const changes = diffCatalogs(found, wanted, scopeOf(found, wanted, [], 'whole-database'), { grants: true })
  const left = await withoutSpelling(changes, found, wanted, cache)
  const ids = left.map((change) => changedObject(change).id)
  return [
    ...describe(left.filter((change) => !impossible.includes(changedObject(change).id))),
    ...impossible.filter((id) => !ids.includes(id)).map((id) => `${id}: is there, against what was said`),
  ]
}

function describe(changes: Awaited<ReturnType<typeof withoutSpelling>>): string[] {
  return changes.map((change) =>
    change.kind === 'altered'
      ? `${change.to.id}: ${JSON.stringify(change.differences)}`
      : `${change.kind} ${change.object.id}`,
  )
}

/** All rows of all tables as text, sorted; of partitioned tables by partition. And where sequences are. */
async function rowsOf(catalog: Catalog, database: Database, changing: readonly string[]) {
  const index = indexCatalog(catalog)
  const rows: Record<string, readonly string[]> = {}
  for (const { id } of catalog.objects.values())
    if (id.startsWith('sequence:') && !changing.includes(pathOf(id)))
      rows[pathOf(id)] = await cellsOf(`SELECT ROW(last_value, is_called) FROM ${pathOf(id)}`, database)
  for (const table of catalog.objects.values()) {
    if (table.kind !== 'table' || table.attributes.partitionKey || changing.includes(pathOf(table.id)))
      continue
    const columns = index
      .partsOfKind(table.id, 'column')
      .filter(({ id, attributes }) => !attributes.generated && !changing.includes(pathOf(id)))
      .map(({ id }) => `t.${pathOf(id).slice(pathOf(table.id).length + 1)}::text`)
      .sort()
    const query = `SELECT ROW(${columns.join(', ')})::text FROM ONLY ${pathOf(table.id)} t`
    rows[pathOf(table.id)] = (await cellsOf(query, database)).toSorted()
  }
  return rows
}

async function cellsOf(query: string, database: Database): Promise<string[]> {
  const [result] = await database.query(query)
  return (result?.rows ?? []).map(([cell]) => cell ?? '')
}
