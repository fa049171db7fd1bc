import { connect, type Socket } from 'node:net'
import { TrueupError } from '../../errors/trueup-error.ts'
import { type ConnectClock, untilAborted } from './connect-clock.ts'
import type { ConnectObserver } from './connect-event.ts'

/** RFC 8305, 5: how long one address may be silent before the next is tried beside it. */
const staggerMs = 250
/** Idle time after which the system asks whether the other side still lives. */
const keepaliveMs = 30_000

/** Connects to whichever of a host's addresses answers first. */
export async function openTcp(
  place: { readonly host: string; readonly port: number },
  addresses: readonly string[],
  clock: ConnectClock,
  observe: ConnectObserver,
): Promise<Socket> {
  clock.enter('tcp')
  const start = performance.now()
  const attempts = race(addresses, place.port)
  try {
    const socket = await untilAborted(clock.signal, attempts.winner, attempts.giveUp)
    socket.setNoDelay(true)
    socket.setKeepAlive(true, keepaliveMs)
    observe({
      kind: 'socket-opened',
      address: socket.remoteAddress ?? '',
      milliseconds: performance.now() - start,
    })
    return socket
  } catch (error) {
    throw clock.signal.aborted ? error : explain(error as NodeJS.ErrnoException, place)
  }
}

/** @param folder where the server keeps its socket `.s.PGSQL.<port>` */
export async function openUnixSocket(
  folder: string,
  port: number,
  clock: ConnectClock,
  observe: ConnectObserver,
): Promise<Socket> {
  clock.enter('tcp')
  const start = performance.now()
  const path = `${folder}/.s.PGSQL.${port}`
  const socket = connect({ path })
  try {
    await untilAborted(clock.signal, connected(socket), () => socket.destroy())
    observe({ kind: 'socket-opened', address: path, milliseconds: performance.now() - start })
    return socket
  } catch (error) {
    if (clock.signal.aborted) throw error
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new TrueupError('CONNECT-SOCKET', { path, reason }, { cause: error })
  }
}

/** Happy eyeballs: a silent or failed address is joined by the next one, the losers are closed. */
function race(addresses: readonly string[], port: number): { winner: Promise<Socket>; giveUp: () => void } {
  const waiting = [...addresses]
  const running = new Set<Socket>()
  const failures: NodeJS.ErrnoException[] = []
  let timer: NodeJS.Timeout | undefined
  const giveUp = () => {
    clearTimeout(timer)
    for (const socket of running) socket.destroy()
  }
  const winner = new Promise<Socket>((resolve, reject) => {
    const startNext = () => {
      clearTimeout(timer)
      const address = waiting.shift()
      if (address === undefined) {
        if (running.size === 0) reject(mostTelling(failures))
        return
      }
      const socket = connect({ host: address, port })
      running.add(socket)
      timer = setTimeout(startNext, staggerMs)
      connected(socket).then(
        () => {
          running.delete(socket)
          giveUp()
          resolve(socket)
        },
        (error: NodeJS.ErrnoException) => {
          running.delete(socket)
          failures.push(error)
          startNext()
        },
      )
    }
    startNext()
  })
  return { winner, giveUp }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.on('error', () => {}) // whoever uses the socket next hears of its end; an unheard error would end us
      socket.off('error', reject)
      resolve()
    })
  })
}

/** A host that refuses says more than a network that knows no way to its other address. */
function mostTelling(failures: readonly NodeJS.ErrnoException[]): Error {
  const ranks = ['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']
  const ranked = ranks.flatMap((code) => failures.filter((failure) => failure.code === code))
  return ranked[0] ?? failures[0] ?? new Error('a host without addresses')
}

function explain(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): TrueupError {
  const reason = error.code ?? error.message
  switch (error.code) {
    case 'ECONNREFUSED':
      return new TrueupError('CONNECT-REFUSED', { host, port }, { cause: error })
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'EADDRNOTAVAIL':
    case 'ETIMEDOUT':
      return new TrueupError('CONNECT-UNREACHABLE', { host, port, reason }, { cause: error })
    default:
      return new TrueupError('CONNECT-FAILED', { host, port, reason }, { cause: error })
  }
}
