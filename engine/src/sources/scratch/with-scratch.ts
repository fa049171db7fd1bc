import type { Database } from '../../postgres/database.ts'
import { emptyDatabase } from './empty-database.ts'

/** One scratch for the whole process: starting one takes a second, emptying it a few milliseconds. */
let kept: Promise<Database> | undefined

export interface ScratchNeeds {
  readonly extensions: Iterable<string>
  /** Whether databases can be made in it. */
  readonly templates?: boolean
}

/**
 * Gives an empty embedded PostgreSQL that has what is needed, and empties it afterwards. Uses must not overlap.
 * Whoever called this must call `closeScratch` before the process can end.
 */
export async function withScratch<Result>(
  cache: string,
  { extensions, templates = false }: ScratchNeeds,
  use: (scratch: Database) => Promise<Result>,
): Promise<Result> {
  const wanted = new Set(extensions)
  const isLacking = [...wanted].some((name) => !known.has(name)) || (templates && !withTemplates)
  if (kept && isLacking) await closeScratch()
  for (const name of wanted) known.add(name)
  withTemplates ||= templates
  return use(await emptied(cache).catch(() => startedAnew(cache)))
}

/** Bodies may name tables that come later; expressions of models are written for the default search path. */
async function emptied(cache: string): Promise<Database> {
  kept ??= start(cache)
  const database = await kept
  const [relations] = await database.query('SELECT count(*) FROM pg_class WHERE oid >= 16384')
  if (Number(relations?.rows[0]?.[0]) > many) return startedAnew(cache)
  await database.query(`${emptyDatabase}; SET check_function_bodies = off; SET client_min_messages = error`)
  return database
}

/** Relations, tables and indexes and all; dropping more than these takes longer than a start. */
const many = 1000

/** Not everything can be dropped: DROP SCHEMA fails on views and functions that use each other. */
async function startedAnew(cache: string): Promise<Database> {
  await closeScratch()
  return emptied(cache)
}

/** Extensions that were asked for so far: the scratch must be told of them when it starts. */
const known = new Set<string>()
let withTemplates = false

async function start(cache: string): Promise<Database> {
  const { openInMemory } = await import('../../postgres/embedded.ts')
  return openInMemory({ cache, extensions: known, templates: withTemplates })
}

export async function closeScratch(): Promise<void> {
  const closing = kept
  kept = undefined
  await (await closing?.catch(() => undefined))?.close()
}
