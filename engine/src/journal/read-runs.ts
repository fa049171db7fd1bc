import type { Plan } from '../plan/plan.ts'
import type { Database } from '../postgres/database.ts'
import { beginReading } from '../sources/database/read-catalog.ts'
import { type JournalHead, journalHeadStatements, parseJournalHead, type RunState } from './journal-head.ts'

/** A run as `trueup history` tells it. Times are ISO 8601 in UTC, by the server's clock. */
export interface RunRecord {
  readonly id: number
  readonly command: string
  readonly state: RunState
  readonly environment: string
  readonly toolVersion: string
  readonly role: string
  readonly osUser: string
  readonly osHost: string
  readonly application: string
  readonly started: string
  readonly finished: string | null
  readonly milliseconds: number | null
  readonly problem: string | null
  readonly paused: boolean
  /** Percent of full speed for backfills. */
  readonly speed: number
  readonly fingerprintBefore: string
  readonly fingerprintAfter: string | null
  /** How many steps, and how many of them are done. */
  readonly steps: number
  readonly done: number
}

export interface StepRecord {
  readonly step: number
  readonly kind: string
  readonly target: string
  readonly transaction: string
  readonly state: RunState
  readonly attempts: number
  readonly started: string | null
  readonly finished: string | null
  readonly milliseconds: number | null
  readonly done: number | null
  readonly total: number | null
  readonly unit: string | null
  readonly problem: string | null
}

export interface RunDetails extends RunRecord {
  readonly plan: Plan
  readonly stepRecords: readonly StepRecord[]
}

/** The head of the journal alone, one round trip. */
export async function readJournalHead(database: Database): Promise<JournalHead> {
  const results = await database.query([beginReading, ...journalHeadStatements, 'COMMIT'].join(';\n'))
  return parseJournalHead(results.slice(1, -1))
}

/** The newest first. The journal must be there (JournalHead.format > 0). */
export async function readRuns(database: Database, most: number): Promise<RunRecord[]> {
  return readJson(database, `SELECT ${runColumns} FROM trueup.runs ORDER BY id DESC LIMIT ${most}`)
}

/** Runs at work now. */
export async function readRunning(database: Database): Promise<RunDetails[]> {
  return readJson(
    database,
    `SELECT ${runColumns}, ${details} FROM trueup.runs WHERE state = 'running' ORDER BY id`,
  )
}

export async function readRun(database: Database, id: number): Promise<RunDetails | undefined> {
  const found = await readJson<RunDetails>(
    database,
    `SELECT ${runColumns}, ${details} FROM trueup.runs WHERE id = ${id}`,
  )
  return found[0]
}

const time = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const duration = `round(extract(epoch FROM finished - started) * 1000)::bigint AS milliseconds`

const runColumns = `id, command, state, environment, tool_version AS "toolVersion", role, os_user AS "osUser",
  os_host AS "osHost", application, ${time('started')} AS started, ${time('finished')} AS finished, ${duration},
  problem, paused, speed, fingerprint_before AS "fingerprintBefore", fingerprint_after AS "fingerprintAfter",
  (SELECT count(*) FROM trueup.steps WHERE run = runs.id) AS steps,
  (SELECT count(*) FROM trueup.steps WHERE run = runs.id AND steps.state = 'done') AS done`

const details = `plan, (SELECT coalesce(json_agg(each ORDER BY each.step), '[]') FROM (
  SELECT step, kind, target, transaction, state, attempts, ${time('started')} AS started,
    ${time('finished')} AS finished, ${duration}, done, total, unit, problem
  FROM trueup.steps WHERE run = runs.id) AS each) AS "stepRecords"`

async function readJson<Row>(database: Database, query: string): Promise<Row[]> {
  const [table] = await database.query(`SELECT json_agg(found) FROM (${query}) AS found`)
  return JSON.parse(table?.rows[0]?.[0] ?? '[]') as Row[]
}
