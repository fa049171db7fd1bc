import { extensionNames } from '../../src/catalog/extension-names.ts'
import { readCatalog } from '../../src/sources/database/read-catalog.ts'
import { comparableDump } from '../cases/comparable-dump.ts'
import type { EmptyDatabase, Goal } from '../cases/run-direction.ts'
import { loadLeniently } from '../soak/load-leniently.ts'
import { seedRows } from '../soak/seed-rows.ts'
import { dumpServerSchema } from '../support/pg-dump.ts'
import type { Major } from '../support/server-programs.ts'
import { sharedServer } from '../support/shared-server.ts'
import { connectUrl } from '../support/targets.ts'
import { fetchPackage } from './fetch-package.ts'
import { psqlStatements } from './psql-statements.ts'
import type { PublicSchema } from './public-schemas.ts'

/** Privileges count only when they are asked for. */
const withoutGrants = ['--no-acl', '--no-owner']

/** A public schema in a database of its own, made by its own script. */
export interface LoadedSchema {
  readonly name: string
  readonly url: string
  /** A database's name, for CREATE DATABASE … TEMPLATE. */
  readonly database: string
  readonly script: string
  readonly goal: Goal
  drop(): Promise<void>
}

/** Loads a schema as psql does that is not told to stop at errors, and takes its rows out. */
export async function loadSchema(schema: PublicSchema, major: Major): Promise<LoadedSchema> {
  const script = schema.script(await fetchPackage(schema.package))
  const { name, url, drop } = await (await sharedServer(major)).createDatabase()
  const session = await connectUrl(url)
  try {
    await loadLeniently(psqlStatements(script), session)
    await session.query('ROLLBACK')
  } finally {
    await session.close()
  }
  return { name: schema.name, url, database: name, script, goal: await goalOf(url), drop }
}

export async function goalOf(url: string): Promise<Goal> {
  const session = await connectUrl(url)
  try {
    const catalog = await readCatalog(session)
    const desired = {
      key: url,
      extensions: extensionNames(catalog),
      catalog,
      tables: [],
      extent: 'whole-database',
    } as const
    return { desired, dump: comparableDump(await dumpServerSchema(url, withoutGrants)) }
  } finally {
    await session.close()
  }
}

/** An empty database, or a copy of one to which nobody is connected; gone when it is closed. */
export async function openDatabase(
  major: Major,
  template?: string,
): Promise<EmptyDatabase & { url: string }> {
  const { url, drop } = await (await sharedServer(major)).createDatabase(
    undefined,
    template ? { template } : {},
  )
  const session = await connectUrl(url)
  return {
    ...session,
    url,
    dump: async () => comparableDump(await dumpServerSchema(url, withoutGrants)),
    async close() {
      await session.close()
      await drop()
    },
  }
}

/** A copy with up to three rows in every table that takes them. */
export async function openSeeded(schema: LoadedSchema, major: Major) {
  const database = await openDatabase(major, schema.database)
  await seedRows(database)
  return database
}
