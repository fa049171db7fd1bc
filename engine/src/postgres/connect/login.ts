import type { Socket } from 'node:net'
import type { Client } from 'pg'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { ParsedConnection } from '../url/parsed-connection.ts'
import { type ConnectClock, untilAborted } from './connect-clock.ts'
import type { ConnectObserver } from './connect-event.ts'
import type { Driver } from './driver.ts'
import { type LoginWatch, watchLogin } from './login-watch.ts'
import type { OpenSocket } from './socket.ts'

/** A pg client that has not connected yet, and what watches it log in. */
export interface NewClient {
  readonly client: Client
  readonly connect: () => Promise<unknown>
  readonly watch: LoginWatch
}

export interface StartupOptions {
  readonly applicationName: string
  /** Settings for the session that cost no round trip; a transaction pooler refuses most of them. */
  readonly settings?: Readonly<Record<string, string>> | undefined
}

export function createClient(
  driver: Driver,
  connection: ParsedConnection,
  options: StartupOptions,
): NewClient {
  const client = new driver.Client({
    host: connection.host,
    port: connection.port,
    user: connection.user,
    database: connection.database,
    password: () => watch.password(),
    ssl: false, // the stream it gets is encrypted already
    sslnegotiation: 'postgres',
  })
  const watch = watchLogin(client, connection)
  client.on('error', () => {}) // told by the query that fails; an unheard error would end the process
  Object.assign(client, { getStartupConf: () => startupPacket(connection, options) })
  return { client, connect: client.connect.bind(client), watch }
}

/** Logs in over an open socket; the socket is closed when that fails. */
export async function logIn(
  { client, connect, watch }: NewClient,
  connection: ParsedConnection,
  { stream, encrypted }: OpenSocket,
  clock: ConnectClock,
  observe: ConnectObserver,
): Promise<void> {
  clock.enter('login')
  Object.assign(client, { enableChannelBinding: encrypted && connection.channelBinding !== 'disable' })
  Object.assign(client.connection, { stream: handOver(stream) })
  try {
    if (stream.destroyed) throw new TrueupError('CONNECT-LOST', { host: connection.host, phase: 'login' })
    watch.begin(observe)
    await untilAborted(clock.signal, connect(), () => stream.destroy())
    watch.opened()
  } catch (error) {
    stream.destroy()
    throw error
  }
}

/**
 * Written here in full because pg would fill what is unset from PGOPTIONS and the like. PgBouncer knows
 * `application_name` and `client_encoding`, which pg adds; anything else must have been asked for.
 */
function startupPacket(connection: ParsedConnection, options: StartupOptions): Record<string, string> {
  return {
    user: connection.user,
    database: connection.database,
    application_name: connection.applicationName ?? options.applicationName,
    ...(connection.options === undefined ? {} : { options: connection.options }),
    ...options.settings,
  }
}

/**
 * Makes an open socket look to pg like one that it may connect. pg's parser throws at login methods it does not
 * know, in the middle of an event: that becomes the socket's error instead of the end of the process.
 */
function handOver(socket: Socket): Socket {
  const listen = socket.on.bind(socket)
  const on = (event: string, listener: (...args: unknown[]) => void) => {
    if (event !== 'data') return listen(event, listener)
    return listen('data', (bytes) => {
      try {
        listener(bytes)
      } catch (error) {
        socket.destroy(error as Error)
      }
    })
  }
  const connect = () => {
    process.nextTick(() => socket.emit('connect'))
    return socket
  }
  return Object.assign(socket, { on, connect })
}
