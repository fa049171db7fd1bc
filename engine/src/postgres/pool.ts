import type { Client, Pool, PoolClient } from 'pg'
import { isTrueupError } from '../errors/trueup-error.ts'
import { loadDriver } from './connect/driver.ts'
import { createClient, type StartupOptions } from './connect/login.ts'
import { connectClient, openSession, type Session } from './connect/session.ts'
import type { ParsedConnection } from './url/parsed-connection.ts'

export interface PoolOptions {
  readonly applicationName: string
  /** Connections at the same time. */
  readonly max: number
  /** How long the server may work on one statement; a transaction pooler takes no such limit (set it for the role). */
  readonly statementTimeoutMs?: number | undefined
  /** How long one statement may wait for a lock; the same holds for it. */
  readonly lockTimeoutMs?: number | undefined
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
  const { first, startup } = await openFirst(connection, options)
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
  giveLostClientsBack(pool)
  return { pool, close: (limitMs = 5_000) => closeWithin(limitMs, pool, clients) }
}

/**
 * A client whose connection is lost while somebody has it goes back by itself; giving it back once more is then no
 * error. Drizzle never gives back one that was lost before BEGIN: each would be missing from the pool for good.
 */
function giveLostClientsBack(pool: Pool): void {
  const connect = pool.connect.bind(pool) as (callback?: unknown) => Promise<PoolClient>
  const connectSafely = async (callback?: unknown): Promise<PoolClient> => {
    // The pool's own queries come with a callback, and see to their clients.
    if (callback !== undefined) return connect(callback)
    const client = await connect()
    const release = client.release
    let isBack = false
    const giveBack = (error?: Error | boolean) => {
      if (isBack) return
      isBack = true
      client.off('end', giveUp)
      release(error)
    }
    const giveUp = () => giveBack(true)
    client.once('end', giveUp)
    return Object.assign(client, { release: giveBack })
  }
  pool.connect = connectSafely as Pool['connect']
}

/** Only a pooler whose host does not show what it is refuses the limits; it gets none, as poolers that do show it. */
async function openFirst(
  connection: ParsedConnection,
  { applicationName, statementTimeoutMs, lockTimeoutMs }: PoolOptions,
): Promise<{ first: Session; startup: StartupOptions }> {
  const plain: StartupOptions = { applicationName }
  const settings = {
    ...(statementTimeoutMs && { statement_timeout: String(statementTimeoutMs) }),
    ...(lockTimeoutMs && { lock_timeout: String(lockTimeoutMs) }),
  }
  const isLimited = Object.keys(settings).length > 0 && !connection.pooled
  const startup = isLimited ? { ...plain, settings } : plain
  try {
    return { first: await openSession(connection, startup), startup }
  } catch (error) {
    if (startup === plain || !isTrueupError(error, 'CONNECT-POOLER-PARAMETER')) throw error
    return { first: await openSession(connection, plain), startup: plain }
  }
}

async function closeWithin(limitMs: number, pool: Pool, clients: ReadonlySet<Client>): Promise<void> {
  const timer = setTimeout(() => {
    for (const client of clients) client.connection.stream.destroy()
  }, limitMs)
  await pool.end()
  clearTimeout(timer)
}
