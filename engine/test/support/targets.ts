import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import type { Database } from '../../src/postgres/database.ts'
import { openEmbedded } from '../../src/postgres/embedded.ts'
import { connectServer } from '../../src/postgres/server.ts'
import { parseConnectionUrl } from '../../src/postgres/url/connection-url.ts'
import { repository } from './repository.ts'
import { type Major, majors } from './server-programs.ts'
import { sharedServer } from './shared-server.ts'

/** An empty database of its own for one test, on any kind of server. */
export interface TestTarget {
  /** What `--database` takes. */
  readonly database: string
  /** Runs statements and gives the cells of the last result. */
  query(sql: string): Promise<readonly (readonly (string | null)[])[]>
  drop(): Promise<void>
}

export type TargetName = 'embedded' | Major

/** `npm run test:servers` asks for everything on every server; `npm test` for what is likely to differ. */
const isThorough = process.env['TRUEUP_MAJORS'] === 'all'
export const targetNames: readonly TargetName[] = isThorough ? ['embedded', ...majors] : ['embedded', 14, 18]
export const serverMajors: readonly Major[] = isThorough ? majors : [14, 18]

/** Of targets that are not likely to differ, the last one stands for all of them in `npm test`. */
export function mostly<const T extends readonly TargetName[]>(...targets: T): readonly T[number][] {
  return isThorough ? targets : targets.slice(-1)
}

export function openTarget(name: TargetName): Promise<TestTarget> {
  return name === 'embedded' ? openFolder() : openServerDatabase(name)
}

async function openFolder(): Promise<TestTarget> {
  const parent = mkdtempSync(join(tmpdir(), 'trueup-target-'))
  const folder = join(parent, 'data')
  const connect = () => openEmbedded(folder, { command: 'test', cache: cacheFolder(repository) })
  return {
    database: folder,
    query: (sql) => queryOnce(connect, sql),
    drop: async () => rmSync(parent, { recursive: true, force: true }),
  }
}

async function openServerDatabase(major: Major): Promise<TestTarget> {
  const server = await sharedServer(major)
  const database = await server.createDatabase()
  return {
    database: database.url,
    query: (sql) => queryOnce(() => connectUrl(database.url), sql),
    drop: database.drop,
  }
}

export function connectUrl(url: string): Promise<Database> {
  const { connection } = parseConnectionUrl(url)
  if (!connection) throw new Error('not a connection URL')
  return connectServer(connection, { applicationName: 'test' })
}

async function queryOnce(connect: () => Promise<Database>, sql: string) {
  const database = await connect()
  try {
    return (await database.query(sql)).at(-1)?.rows ?? []
  } finally {
    await database.close()
  }
}
