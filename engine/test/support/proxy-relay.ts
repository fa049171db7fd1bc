import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { unreachable } from '../../src/assert/unreachable.ts'
import type { PassingMessage, Rule } from './proxy.ts'
import type { OpenTally, Side } from './proxy-tally.ts'
import { followConversation, type Message } from './wire.ts'

export interface Relay {
  readonly client: Socket
  readonly server: Socket
  readonly tally: OpenTally
  /** Its number among the connections, from 1. */
  readonly connection: number
  readonly delayMs: { readonly toServer: number; readonly toClient: number }
  readonly rule: Rule
  /** Resolves at the next release. */
  readonly released: () => Promise<void>
}

/** Passes messages to and fro until one side ends or the rule cuts the connection. */
export function relay(connection: Relay): void {
  const { delayMs } = connection
  const conversation = followConversation()
  // A real client could not have sent its first byte before the handshake's round trip was over.
  const handshakeOver = performance.now() + delayMs.toServer + delayMs.toClient
  pass(
    connection,
    'client',
    conversation.fromClient,
    (now) => Math.max(now, handshakeOver) + delayMs.toServer,
  )
  pass(connection, 'server', conversation.fromServer, (now) => now + delayMs.toClient)
}

function pass(
  connection: Relay,
  from: Side,
  split: (piece: Buffer) => Message[],
  dueAt: (now: number) => number,
): void {
  const { tally, connection: number } = connection
  const source = connection[from]
  const target = connection[from === 'client' ? 'server' : 'client']
  let queue = Promise.resolve()

  source.on('data', (piece: Buffer) => {
    const due = dueAt(performance.now())
    tally.notePiece(from)
    const messages = split(piece).map((message) => ({
      ...message,
      ...tally.noteMessage(from, message),
      connection: number,
      from,
    }))
    queue = queue.then(() => sleepUntil(due)).then(() => deliver(connection, target, messages))
  })
  source.on('end', () => {
    queue = queue.then(() => void target.end())
  })
  source.on('close', () => {
    queue = queue.then(() => target.destroySoon())
  })
  source.on('error', () => {}) // `close` follows
}

async function sleepUntil(due: number): Promise<void> {
  const rest = Math.ceil(due - performance.now())
  if (rest > 0) await sleep(rest)
}

/** Corked, so that what arrived in one piece leaves in one. */
async function deliver(
  connection: Relay,
  target: Socket,
  messages: readonly PassingMessage[],
): Promise<void> {
  target.cork()
  for (const message of messages) {
    if (!target.writable) break
    await obey(connection, target, message)
  }
  target.uncork()
}

async function obey(connection: Relay, target: Socket, message: PassingMessage): Promise<void> {
  const verdict = connection.rule(message)
  switch (verdict) {
    case 'forward':
      target.write(message.bytes)
      return
    case 'drop':
      return
    case 'hold':
      target.uncork()
      await connection.released()
      target.cork()
      if (target.writable) target.write(message.bytes)
      return
    case 'cut':
      cut(connection)
      return
    case 'forward-and-cut':
      target.end(message.bytes)
      target.uncork()
      cut(connection, target)
      return
    default:
      unreachable(verdict)
  }
}

/** Both ends lose the connection, without a goodbye; the one that is still to read something, after that. */
function cut(connection: Relay, stillReading?: Socket): void {
  for (const socket of [connection.client, connection.server]) {
    if (socket === stillReading) socket.destroySoon()
    else socket.destroy()
  }
}
