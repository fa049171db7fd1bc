import { TrueupError } from '../../errors/trueup-error.ts'
import type { ParsedConnection } from '../url/parsed-connection.ts'

export type ConnectPhase = 'lookup' | 'tcp' | 'tls' | 'login'

/** One time limit over all phases of connecting; it knows which phase was running when time was up. */
export interface ConnectClock {
  /** Aborts with CONNECT-TIMEOUT, or with the reason of the caller's own signal. */
  readonly signal: AbortSignal
  enter(phase: ConnectPhase): void
  stop(): void
}

export function startClock(
  connection: Pick<ParsedConnection, 'host' | 'port' | 'connectTimeoutMs'>,
  outer?: AbortSignal,
): ConnectClock {
  const { host, port, connectTimeoutMs } = connection
  const controller = new AbortController()
  let phase: ConnectPhase = 'lookup'
  const timeUp = () =>
    controller.abort(
      new TrueupError('CONNECT-TIMEOUT', { host, port, seconds: connectTimeoutMs / 1000, phase }),
    )
  const timer = connectTimeoutMs > 0 ? setTimeout(timeUp, connectTimeoutMs) : undefined
  const outerAborted = () => controller.abort(outer?.reason)
  outer?.addEventListener('abort', outerAborted, { once: true })
  if (outer?.aborted) outerAborted()
  return {
    signal: controller.signal,
    enter: (next) => {
      phase = next
    },
    stop: () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', outerAborted)
    },
  }
}

/** Settles like the work, or rejects with the signal's reason as soon as it aborts; then `cleanUp` runs. */
export function untilAborted<Value>(
  signal: AbortSignal,
  work: Promise<Value>,
  cleanUp: () => void = () => {},
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const aborted = () => {
      cleanUp()
      reject(signal.reason)
    }
    if (signal.aborted) aborted()
    signal.addEventListener('abort', aborted, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted))
  })
}
