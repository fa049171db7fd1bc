import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { TrueupError } from '../../errors/trueup-error.ts'
import { type ConnectClock, untilAborted } from './connect-clock.ts'
import type { ConnectObserver } from './connect-event.ts'

/** All addresses of a host, IPv6 and IPv4 in turn, beginning with the family the resolver put first (RFC 8305, 4). */
export async function lookUpHost(
  host: string,
  port: number,
  clock: ConnectClock,
  observe: ConnectObserver,
): Promise<readonly string[]> {
  clock.enter('lookup')
  const start = performance.now()
  const addresses = isIP(host) ? [host] : await resolve(host, port, clock.signal)
  observe({ kind: 'host-found', addresses, milliseconds: performance.now() - start })
  return addresses
}

async function resolve(host: string, port: number, signal: AbortSignal): Promise<string[]> {
  try {
    const found = await untilAborted(signal, lookup(host, { all: true, verbatim: true }))
    return takeTurns(found)
  } catch (error) {
    if (signal.aborted) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOTFOUND' || code === 'EAI_NODATA' || code === 'ENODATA')
      throw new TrueupError('CONNECT-HOST-UNKNOWN', { host }, { cause: error })
    if (code === 'EAI_AGAIN') throw new TrueupError('CONNECT-NAME-SERVER', { host }, { cause: error })
    if (code) throw new TrueupError('CONNECT-FAILED', { host, port, reason: code }, { cause: error })
    throw error
  }
}

function takeTurns(found: readonly { address: string; family: number }[]): string[] {
  const first = found.filter((each) => each.family === found[0]?.family)
  const second = found.filter((each) => each.family !== found[0]?.family)
  return found
    .flatMap((_, index) => [first[index], second[index]])
    .flatMap((each) => (each ? [each.address] : []))
}
