import type { Client } from 'pg'
import { isTrueupError, TrueupError } from '../../errors/trueup-error.ts'
import { isSocketFolder, type ParsedConnection } from '../url/parsed-connection.ts'
import { type ConnectClock, startClock } from './connect-clock.ts'
import type { ConnectEvent, ConnectObserver } from './connect-event.ts'
import { loadDriver } from './driver.ts'
import { createClient, logIn, type NewClient, type StartupOptions } from './login.ts'
import { explainLoginFailure } from './login-diagnosis.ts'
import { checkServer } from './server-version.ts'
import { type Encryption, type OpenSocket, openSocket } from './socket.ts'

export interface SessionOptions extends StartupOptions {
  /** Gives up connecting when it aborts. */
  readonly signal?: AbortSignal | undefined
  readonly observe?: ConnectObserver | undefined
}

export interface Session {
  readonly client: Client
  /** ParameterStatus messages: server_version, in_hot_standby, … */
  readonly parameters: ReadonlyMap<string, string>
  /** What worked: a second connection to the same server need not try again. */
  readonly encryption: Encryption
  readonly encrypted: boolean
}

/** Connects and logs in, with and without encryption in the order that `sslmode` asks for; throws TrueupErrors. */
export async function openSession(connection: ParsedConnection, options: SessionOptions): Promise<Session> {
  const clock = startClock(connection, options.signal)
  const observer = withoutRepeats(options.observe ?? (() => {}))
  const attemptWith = (encryption: Encryption, observe = observer.observe) =>
    attempt(connection, encryption, options, clock, observe)
  const [first, second] = encryptionsToTry(connection)
  try {
    return await attemptWith(first)
  } catch (error) {
    if (clock.signal.aborted || !isAboutEncryption(error)) throw error
    if (!second) throw await withReason(error, connection, () => attemptWith('always', () => {}))
    observer.forget()
    return await attemptWith(second).catch((secondError) => {
      throw isAboutEncryption(secondError) ? error : secondError
    })
  } finally {
    observer.release()
    clock.stop()
  }
}

/** A server that wants encryption says only that the user is not welcome: with `sslmode=disable` we find out why. */
async function withReason(
  error: unknown,
  { host, ssl }: ParsedConnection,
  attemptEncrypted: () => Promise<Session>,
): Promise<unknown> {
  if (ssl.mode !== 'disable' || isSocketFolder(host)) return error
  const session = await attemptEncrypted().catch(() => undefined)
  if (!session) return error
  session.client.connection.stream.destroy()
  return new TrueupError('CONNECT-TLS-REQUIRED', { host, mode: ssl.mode }, { cause: error })
}

async function attempt(
  connection: ParsedConnection,
  encryption: Encryption,
  options: SessionOptions,
  clock: ConnectClock,
  observe: ConnectObserver,
): Promise<Session> {
  const [socket, driver] = await Promise.all([
    openSocket(connection, encryption, clock, observe),
    loadDriver(),
  ])
  const newClient = createClient(driver, connection, options)
  await enter(newClient, connection, socket, clock, observe)
  return {
    client: newClient.client,
    parameters: newClient.watch.parameters,
    encryption: socket.encrypted ? 'always' : 'never',
    encrypted: socket.encrypted,
  }
}

/** Connects a client that exists already, with the encryption that is known to work. */
export async function connectClient(
  newClient: NewClient,
  connection: ParsedConnection,
  encryption: Encryption,
): Promise<void> {
  const clock = startClock(connection)
  const observe = () => {}
  try {
    await enter(newClient, connection, await openSocket(connection, encryption, clock), clock, observe)
  } finally {
    clock.stop()
  }
}

async function enter(
  newClient: NewClient,
  connection: ParsedConnection,
  socket: OpenSocket,
  clock: ConnectClock,
  observe: ConnectObserver,
): Promise<void> {
  try {
    await logIn(newClient, connection, socket, clock, observe)
    checkServer(connection, newClient.watch.parameters)
  } catch (error) {
    socket.stream.destroy()
    throw clock.signal.aborted ? error : explainLoginFailure(error, connection)
  }
}

/** Manual 34.19.2: `allow` begins without encryption, `prefer` with it; both then try the other. */
function encryptionsToTry({ host, ssl }: ParsedConnection): readonly [Encryption, Encryption?] {
  if (isSocketFolder(host)) return ['never']
  switch (ssl.mode) {
    case 'disable':
      return ['never']
    case 'allow':
      return ['never', 'always']
    case 'prefer':
      return ['if-offered', 'never']
    default:
      return ['always']
  }
}

/** Could the other kind of encryption change the answer? pg_hba.conf has lines for either. */
function isAboutEncryption(error: unknown): boolean {
  return (
    isTrueupError(error) && (error.code.startsWith('CONNECT-TLS-') || error.code === 'CONNECT-NOT-ALLOWED')
  )
}

/** Passes events on as they come, but what belongs to one attempt only when that attempt is the last. */
function withoutRepeats(observe: ConnectObserver) {
  const told = new Set<ConnectEvent['kind']>()
  let held: ConnectEvent[] = []
  const release = () => {
    for (const event of held.splice(0)) observe(event)
  }
  return {
    observe: (event: ConnectEvent) => {
      if (event.kind === 'host-found' || event.kind === 'socket-opened') {
        if (!told.has(event.kind)) observe(event)
        told.add(event.kind)
        return
      }
      held.push(event)
      if (event.kind === 'logged-in') release()
    },
    forget: () => {
      held = []
    },
    release,
  }
}
