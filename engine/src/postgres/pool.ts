import type { Client, Pool } from 'pg'
import { loadDriver } from './connect/driver.ts'
import { createClient, type StartupOptions } from './connect/login.ts'
import { connectClient, openSession } from './connect/session.ts'
import type { ParsedConnection } from './url/parsed-connection.ts'

export interface PoolOptions {
  readonly applicationName: string
  /** Connections at the same time. */
  readonly max: number
  /** How long the server may work on one statement; a transaction pooler takes no such limit (set it for the role). */
  readonly statementTimeoutMs?: number | undefined
  /** How long a query may wait for a free connection. */
  readonly waitTimeoutMs?: number | undefined
}

export interface OpenedPool {
  readonly pool: Pool
  /** Lets running queries end, for at most `limitMs`; then closes their connections. */
  close(limitMs?: number): Promise<void>
}

/**
 * pg's pool for an application, over connections made as `connectServer` makes them: same URLs, same checks, same
 * errors. The first connection is made at once, so that a wrong setting shows here and not in the first query.
 */
export async function openPool(connection: ParsedConnection, options: PoolOptions): Promise<OpenedPool> {
  const driver = await loadDriver()
  const startup = startupOptions(connection, options)
  const first = await openSession(connection, startup)
  const clients = new Set<Client>()
  let unused: Client | undefined = first.client
  // The pool says `new Client(…)`: a function that returns an object serves as a constructor.
  function PooledClient(): Client {
    const newClient = createClient(driver, connection, startup)
    const client = unused ?? newClient.client
    const connect = unused ? async () => {} : () => connectClient(newClient, connection, first.encryption)
    unused = undefined
    clients.add(client)
    client.once('end', () => clients.delete(client))
    return Object.assign(client, {
      connect: (done: (error?: unknown) => void) => connect().then(() => done(), done),
    })
  }
  const pool = new driver.Pool({
    Client: PooledClient as unknown as new () => Client,
    max: options.max,
    connectionTimeoutMillis: options.waitTimeoutMs,
  })
  pool.on('error', () => {}) // an idle connection died: the pool makes another when it needs one
  const held = await pool.connect()
  held.release()
  return { pool, close: (limitMs = 5_000) => closeWithin(limitMs, pool, clients) }
}

function startupOptions(connection: ParsedConnection, options: PoolOptions): StartupOptions {
  const limit = options.statementTimeoutMs
  const settings = limit && !connection.pooled ? { statement_timeout: String(limit) } : undefined
  return { applicationName: options.applicationName, settings }
}

async function closeWithin(limitMs: number, pool: Pool, clients: ReadonlySet<Client>): Promise<void> {
  const timer = setTimeout(() => {
    for (const client of clients) client.connection.stream.destroy()
  }, limitMs)
  await pool.end()
  clearTimeout(timer)
}
