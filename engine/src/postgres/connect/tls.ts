import { readFile } from 'node:fs/promises'
import { isIP, type Socket } from 'node:net'
import type { ConnectionOptions, PeerCertificate, TLSSocket } from 'node:tls'
import { TrueupError } from '../../errors/trueup-error.ts'
import { certificateCheck } from '../url/certificate-check.ts'
import type { ParsedConnection } from '../url/parsed-connection.ts'
import { type ConnectClock, untilAborted } from './connect-clock.ts'
import type { ConnectObserver } from './connect-event.ts'
import { explainTlsFailure } from './tls-failure.ts'

/** The TLS handshake on a socket whose server agreed to it; checks the certificate as `sslmode` asks. */
export async function startTls(
  socket: Socket,
  connection: ParsedConnection,
  clock: ConnectClock,
  observe: ConnectObserver,
): Promise<TLSSocket> {
  const start = performance.now()
  const options = await tlsOptions(socket, connection)
  const { connect } = await import('node:tls') // 10 ms of CPU that plain connections need not pay
  const secure = openWith(() => connect(options), connection)
  try {
    await untilAborted(clock.signal, handshake(secure), () => secure.destroy())
  } catch (error) {
    secure.destroy()
    throw clock.signal.aborted ? error : explainTlsFailure(error as Error, connection.host)
  }
  const check = certificateCheck(connection.ssl)
  const certificate = describe(secure.getPeerCertificate())
  const protocol = secure.getProtocol() ?? 'TLS'
  observe({ kind: 'tls-started', protocol, check, certificate, milliseconds: performance.now() - start })
  return secure
}

async function tlsOptions(socket: Socket, { host, ssl }: ParsedConnection): Promise<ConnectionOptions> {
  const check = certificateCheck(ssl)
  const file = (parameter: string, path: string | undefined) => path && readPem(parameter, path)
  const options: ConnectionOptions = {
    socket,
    host,
    rejectUnauthorized: check !== 'none',
    ca: ssl.roots?.kind === 'file' ? await file('sslrootcert', ssl.roots.file) : undefined,
    cert: await file('sslcert', ssl.certificateFile),
    key: await file('sslkey', ssl.keyFile),
    passphrase: ssl.keyPassword?.reveal(),
    // A server name may not be an address (RFC 6066, 3).
    servername: isIP(host) ? undefined : host.replace(/\.$/, ''),
    ALPNProtocols: ssl.negotiation === 'direct' ? ['postgresql'] : undefined,
  }
  return check === 'issuer' ? { ...options, checkServerIdentity: () => undefined } : options
}

async function readPem(parameter: string, file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new TrueupError('CONNECT-TLS-FILE', { parameter, file, reason }, { cause: error })
  }
}

/** What the files hold is looked at here: a key without its certificate, or something that is not PEM at all. */
function openWith(open: () => TLSSocket, { ssl }: ParsedConnection): TLSSocket {
  try {
    return open()
  } catch (error) {
    const given = {
      sslrootcert: ssl.roots?.kind === 'file' && ssl.roots.file,
      sslcert: ssl.certificateFile,
      sslkey: ssl.keyFile,
    }
    const named = Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]))
    const parameter = named.map(([name]) => name).join(', ')
    const file = named.map(([, path]) => path).join(', ')
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new TrueupError('CONNECT-TLS-FILE', { parameter, file, reason }, { cause: error })
  }
}

function handshake(secure: TLSSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error?: Error) => reject(error ?? new Error('the server closed the connection'))
    const closed = () => failed()
    secure.once('error', failed)
    secure.once('close', closed)
    secure.once('secureConnect', () => {
      secure.on('error', () => {}) // as for plain sockets
      secure.off('error', failed)
      secure.off('close', closed)
      resolve()
    })
  })
}

function describe(certificate: PeerCertificate | undefined) {
  if (!certificate?.valid_to) return undefined
  const name = (names: PeerCertificate['subject'] | undefined) => String(names?.CN ?? names?.O ?? '')
  return {
    subject: name(certificate.subject),
    issuer: name(certificate.issuer),
    until: new Date(certificate.valid_to).toISOString().slice(0, 10),
  }
}
