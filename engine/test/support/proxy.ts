import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { relay } from './proxy-relay.ts'
import { type ConnectionTally, openTally } from './proxy-tally.ts'
import type { Message } from './wire.ts'

export interface PassingMessage extends Message {
  readonly from: 'client' | 'server'
  /** Which connection, counted from 1 in the order they were made. */
  readonly connection: number
  /** How many of this type came from this side since the connection was ready, this one counted; 0 before. */
  readonly number: number
  /** How many simple queries the client has sent on this connection, this one counted. */
  readonly query: number
}

/** What becomes of a message: `hold` keeps it and all behind it until `release`, `drop` swallows it. */
export type Verdict = 'forward' | 'cut' | 'forward-and-cut' | 'hold' | 'drop'
export type Rule = (message: PassingMessage) => Verdict

export interface ProxyOptions {
  /** Time a message is on its way; TCP's own handshake is made to cost its round trip too. */
  readonly delayMs?: { readonly toServer: number; readonly toClient: number }
  readonly rule?: Rule
}

export interface TestProxy {
  readonly host: string
  readonly port: number
  /** The connections made since the start or the last reset, in order. */
  readonly connections: readonly ConnectionTally[]
  /** The same database through the proxy. */
  url(url: string): string
  /** Obeys another rule from the next message on. */
  setRule(rule: Rule): void
  /** Lets go of what was held. */
  release(): void
  /** Forgets the connections so far. */
  reset(): void
  close(): Promise<void>
}

/** A TCP proxy in front of a server: counts, delays, holds, and cuts connections where a rule says so. */
export async function startProxy(
  target: { readonly host: string; readonly port: number },
  options: ProxyOptions = {},
): Promise<TestProxy> {
  const delayMs = options.delayMs ?? { toServer: 0, toClient: 0 }
  const open = new Set<Socket>()
  let connections: ConnectionTally[] = []
  let rule: Rule = options.rule ?? (() => 'forward')
  let gate = closedGate()

  const listener = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const server = connect({ ...target, allowHalfOpen: true, noDelay: true })
    const tally = openTally()
    const connection = connections.push(tally)
    for (const socket of [client, server]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
    }
    relay({
      ...{ client, server, tally, connection, delayMs },
      rule: (message) => rule(message),
      released: () => gate.opened,
    })
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo

  return {
    host: '127.0.0.1',
    port,
    get connections() {
      return connections
    },
    url: (url) => throughProxy(url, port),
    setRule(next) {
      rule = next
    },
    release() {
      gate.open()
      gate = closedGate()
    },
    reset() {
      connections = []
    },
    async close() {
      for (const socket of open) socket.destroy()
      listener.close()
      await once(listener, 'close')
    },
  }
}

function closedGate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

function throughProxy(url: string, port: number): string {
  const changed = new URL(url)
  changed.host = `127.0.0.1:${port}`
  return changed.href
}
