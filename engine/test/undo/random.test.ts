import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isTrueupError } from '../../src/errors/trueup-error.ts'
import { readParked } from '../../src/journal/parked.ts'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { makePlan, nothingToPlan } from '../../src/pipeline.ts'
import { purgeSteps } from '../../src/plan/park/purge-steps.ts'
import type { Database } from '../../src/postgres/database.ts'
import { emptyEmbedded } from '../cases/empty-embedded.ts'
import { load, makeGoal } from '../cases/run-direction.ts'
import { repository } from '../support/repository.ts'
import { look, run, type Session, takeBack } from './run-there-and-back.ts'

/** Which tables there are, and which of their columns: a schema to apply. */
type Wish = Readonly<Record<string, readonly string[]>>
type Move =
  | { readonly kind: 'apply'; readonly wish: Wish }
  | { readonly kind: 'write' }
  | { readonly kind: 'undo' | 'redo' | 'purge' }

const definitions: Readonly<Record<string, string>> = {
  x: 'x int',
  y: `y text NOT NULL DEFAULT 'none'`,
  z: 'z mood',
  s: 's bigserial',
}
const seed = Number(process.env['TRUEUP_SEED'] ?? Math.floor(Date.now() / 86_400_000))
const runs = process.env['TRUEUP_UNDO'] === 'all' ? 25 : 2
const cache = cacheFolder(repository)

const columns = fc.subarray(Object.keys(definitions))
const wish: fc.Arbitrary<Wish> = fc.dictionary(fc.constantFrom('a', 'b'), columns, { maxKeys: 2 })
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: wish.map((each) => ({ kind: 'apply', wish: each }) as const) },
  { weight: 3, arbitrary: fc.constant({ kind: 'write' } as const) },
  { weight: 3, arbitrary: fc.constantFrom({ kind: 'undo' } as const, { kind: 'redo' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'purge' } as const) },
)

let embedded: Awaited<ReturnType<typeof emptyEmbedded>>
beforeAll(async () => {
  embedded = await emptyEmbedded([])
})
afterAll(() => embedded.stop())

test(`whatever is applied, undone, redone and purged, no value is lost that was in use (seed ${seed})`, async () => {
  const moves = fc.array(move, { minLength: 20, maxLength: 20 })
  await fc.assert(fc.asyncProperty(moves, keepsAll), { seed, numRuns: runs, endOnFailure: true })
}, 3_600_000)

async function keepsAll(moves: readonly Move[]): Promise<void> {
  const database = await embedded.open()
  const session: Session = { database, cache }
  const written: string[] = []
  for (const each of moves) {
    await make(each, session, written)
    const there = await everyValue(database)
    expect(written.filter((value) => !there.has(value))).toEqual([])
  }
}

async function make(each: Move, session: Session, written: string[]): Promise<void> {
  switch (each.kind) {
    case 'apply':
      return applyWish(each.wish, session)
    case 'write':
      return write(session.database, written)
    case 'purge':
      return purge(session, written)
    case 'undo':
    case 'redo':
      await takeBack(each.kind, session).catch((error: unknown) => {
        if (!isTrueupError(error, 'UNDO-NOTHING') && !isTrueupError(error, 'REDO-NOTHING')) throw error
      })
  }
}

/** What is lost with it was parked; the rest must be there as before. */
async function purge(session: Session, written: string[]): Promise<void> {
  const { database } = session
  const used = await valuesIn(database, ['public'])
  const { catalog, journal } = await look(database)
  const { steps } = purgeSteps(await readParked(journal.format, database), [])
  if (steps.length === 0) return
  const desired = { key: 'purge', extensions: [], catalog, tables: [] }
  const planning = nothingToPlan(catalog, desired)
  await run('purge', { ...planning, plan: { ...planning.plan, steps } }, [], session)
  const left = written.filter((value) => used.has(value))
  written.splice(0, written.length, ...left)
}

async function applyWish(given: Wish, session: Session): Promise<void> {
  const tables = Object.entries(given).map(([name, names]) => {
    const list = names.map((column) => definitions[column]).join(', ')
    return `CREATE TABLE ${name} (id text PRIMARY KEY${list && `, ${list}`});`
  })
  const usesMood = Object.values(given).some((names) => names.includes('z'))
  const sql = `${usesMood ? `CREATE TYPE mood AS ENUM ('glad', 'sad');` : ''} ${tables.join('\n')}`
  const { catalog, journal } = await look(session.database)
  const goal = { sql, seed: '', decisions: [] }
  const { desired } = await makeGoal(goal, openScratch, false, [])
  const planning = await makePlan(catalog, desired, [{ kind: 'drops' }], cache, { parking: journal.parking })
  if (planning.plan.steps.length > 0) await run('apply', planning, [], session)
}

let scratch: Awaited<ReturnType<typeof emptyEmbedded>> | undefined
afterAll(() => scratch?.stop())

async function openScratch() {
  scratch ??= await emptyEmbedded([])
  return scratch.open()
}

/** Counts on over all sequences: what was purged must not come again. */
let values = 1_000_000
const unique = () => {
  values += 1
  return String(values)
}

/** A row into each table, every value of it like no other. */
async function write(database: Database, written: string[]): Promise<void> {
  const { catalog } = await look(database)
  for (const table of catalog.objects.values()) {
    if (table.kind !== 'table') continue
    const row: Record<string, string> = { id: unique() }
    written.push(row['id'] ?? '')
    for (const name of ['x', 'y'])
      if (catalog.objects.has(`column:public.${table.name}.${name}`)) {
        row[name] = unique()
        written.push(row[name])
      }
    const names = Object.keys(row)
    await load(
      `INSERT INTO ${table.name} (${names.join()}) VALUES ('${names.map((name) => row[name]).join(`', '`)}')`,
      database,
    )
  }
}

/** In use or parked. */
function everyValue(database: Database): Promise<Set<string>> {
  return valuesIn(database, ['public', 'trueup_parked'])
}

/** Parked columns count where tables do that are parked. */
async function valuesIn(database: Database, schemas: readonly string[]): Promise<Set<string>> {
  const list = schemas.map((name) => `'${name}'`).join()
  const [tables] = await database.query(
    `SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text IN (${list})`,
  )
  const isWanted = schemas.includes('trueup_parked') ? '' : `WHERE key !~ '^trueup_parked_'`
  const found = new Set<string>()
  for (const [table] of tables?.rows ?? []) {
    const [rows] = await database.query(
      `SELECT value FROM ${table} t, jsonb_each_text(to_jsonb(t)) AS cells (key, value) ${isWanted}`,
    )
    for (const [value] of rows?.rows ?? []) found.add(value ?? '')
  }
  return found
}
