import type { Socket } from 'node:net'
import { TrueupError } from '../../errors/trueup-error.ts'
import { isSocketFolder, type ParsedConnection } from '../url/parsed-connection.ts'
import { type ConnectClock, untilAborted } from './connect-clock.ts'
import type { ConnectObserver } from './connect-event.ts'
import { lookUpHost } from './host-lookup.ts'
import { openTcp, openUnixSocket } from './tcp.ts'
import { startTls } from './tls.ts'

/** `if-offered` goes on without encryption, on the same socket, when the server has none. */
export type Encryption = 'never' | 'if-offered' | 'always'

export interface OpenSocket {
  readonly stream: Socket
  readonly encrypted: boolean
}

/**
 * Opens the byte stream to a server up to the point where the PostgreSQL login begins. Every phase is timed,
 * tells `observe`, and fails with a code of its own; the clock limits them all together.
 */
export async function openSocket(
  connection: ParsedConnection,
  encryption: Encryption,
  clock: ConnectClock,
  observe: ConnectObserver = () => {},
): Promise<OpenSocket> {
  if (isSocketFolder(connection.host)) {
    const stream = await openUnixSocket(connection.host, connection.port, clock, observe)
    observe({ kind: 'tls-absent', because: 'unix-socket' })
    return { stream, encrypted: false }
  }
  const addresses = await lookUpHost(connection.host, connection.port, clock, observe)
  const socket = await openTcp(connection, addresses, clock, observe)
  if (encryption === 'never') {
    observe({ kind: 'tls-absent', because: 'not-asked-for' })
    return { stream: socket, encrypted: false }
  }
  try {
    return await encrypt(socket, connection, encryption, clock, observe)
  } catch (error) {
    socket.destroy()
    throw error
  }
}

async function encrypt(
  socket: Socket,
  connection: ParsedConnection,
  encryption: Encryption,
  clock: ConnectClock,
  observe: ConnectObserver,
): Promise<OpenSocket> {
  clock.enter('tls')
  const { host, ssl } = connection
  if (ssl.negotiation === 'postgres' && !(await serverAgrees(socket, connection, clock.signal))) {
    if (encryption === 'always') throw new TrueupError('CONNECT-TLS-REFUSED', { host, mode: ssl.mode })
    observe({ kind: 'tls-absent', because: 'not-offered' })
    return { stream: socket, encrypted: false }
  }
  const stream = await startTls(socket, connection, clock, observe)
  if (ssl.negotiation === 'direct' && stream.alpnProtocol !== 'postgresql') {
    stream.destroy()
    throw new TrueupError('CONNECT-TLS-FAILED', { host, reason: 'it does not speak PostgreSQL over TLS' })
  }
  return { stream, encrypted: true }
}

/** SSLRequest (manual 55.2.11): the server answers with one byte, S or N, before anything else. */
async function serverAgrees(
  socket: Socket,
  { host, port }: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<boolean> {
  socket.write(Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]))
  const answer = await untilAborted(signal, firstBytes(socket, host), () => socket.destroy())
  const letter = answer.toString('latin1', 0, 1)
  // More bytes than the answer, before encryption began, were put there by somebody in between (CVE-2021-23222).
  if ((letter === 'S' || letter === 'N') && answer.length === 1) return letter === 'S'
  if (letter === 'E')
    throw new TrueupError('CONNECT-TLS-FAILED', { host, reason: 'the server answered with an error' })
  throw new TrueupError('CONNECT-NOT-POSTGRES', { host, port })
}

/** Everything that has arrived at the first moment that something has; nothing is left flowing. */
function firstBytes(socket: Socket, host: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const stop = (settle: () => void) => {
      socket.off('readable', readable).off('error', lost).off('end', lost)
      settle()
    }
    const readable = () => {
      const bytes: Buffer | null = socket.read()
      if (bytes) stop(() => resolve(bytes))
    }
    const lost = (cause?: Error) =>
      stop(() => reject(new TrueupError('CONNECT-LOST', { host, phase: 'tls' }, { cause })))
    socket.on('readable', readable).on('error', lost).on('end', lost)
  })
}
