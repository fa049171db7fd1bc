import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { superuser } from './cluster.ts'
import type { Major } from './server-programs.ts'

/** Where a running server is; plain data, so that it can be told to another process. */
export interface ServerAddress {
  readonly major: Major
  readonly host: string
  readonly port: number
  /** Holds the socket `.s.PGSQL.<port>`: libpq's `host` for a connection without TCP. */
  readonly socketFolder: string
  readonly dataFolder: string
  readonly logFile: string
  /** The certificate that clients must trust, where the server speaks TLS. */
  readonly authorityFile: string | undefined
}

export interface TestDatabase {
  readonly name: string
  readonly url: string
  drop(): Promise<void>
}

export interface TestRole {
  readonly name: string
  readonly password: string
  url(database: string): string
  drop(): Promise<void>
}

export interface ServerAccess extends ServerAddress {
  /** The database "postgres" as its superuser. */
  readonly superuserUrl: string
  /** The superuser is the default user, and known users' passwords are the default password. */
  url(database: string, user?: string, password?: string): string
  /** Runs statements as superuser in the database "postgres", or another. */
  execute(sql: string, database?: string): Promise<void>
  createDatabase(
    name?: string,
    options?: { readonly owner?: string; readonly template?: string },
  ): Promise<TestDatabase>
  /** `attributes` as in CREATE ROLE; a role may log in and nothing else unless they say more. */
  createRole(
    name?: string,
    options?: { readonly attributes?: string; readonly password?: string },
  ): Promise<TestRole>
}

/** What a test does with a running server. */
export function accessServer(address: ServerAddress): ServerAccess {
  const url = (database: string, user: string = superuser.name, password: string = superuser.password) =>
    `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${address.host}:${address.port}/${encodeURIComponent(database)}`
  const superuserUrl = url('postgres')
  const execute = (sql: string, database = 'postgres') => executeOnce(url(database), sql)
  return {
    ...address,
    superuserUrl,
    url,
    execute,
    async createDatabase(name = `test_${randomName()}`, options = {}) {
      const owner = options.owner === undefined ? '' : ` OWNER ${quote(options.owner)}`
      const template = options.template === undefined ? '' : ` TEMPLATE ${quote(options.template)}`
      await execute(`CREATE DATABASE ${quote(name)}${owner}${template}`)
      return {
        name,
        url: url(name),
        drop: () => execute(`DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`),
      }
    },
    async createRole(name = `role_${randomName()}`, options = {}) {
      const { attributes = '', password = randomName() } = options
      await execute(
        `CREATE ROLE ${quote(name)} LOGIN ${attributes} PASSWORD '${password.replaceAll("'", "''")}'`,
      )
      return {
        name,
        password,
        url: (database) => url(database, name, password),
        drop: () => execute(`DROP ROLE IF EXISTS ${quote(name)}`),
      }
    },
  }
}

async function executeOnce(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // a server that stops under us is reported by the query
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function randomName(): string {
  return randomBytes(8).toString('hex')
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
