import type { Message } from './wire.ts'

/** What went over one connection. A turn is the client's bytes followed by the server's: one wait for the client. */
export interface ConnectionTally {
  readonly turns: number
  /** Turns after the server first said that it was ready for a query: without those of the log-in. */
  readonly turnsWhenReady: number
  readonly ready: boolean
  /** Texts of the simple queries, in order. */
  readonly queries: readonly string[]
  /** Type letters of all the client sent after its start-up message: `ppQX` is log-in, one query, goodbye. */
  readonly clientMessages: string
}

export interface OpenTally extends ConnectionTally {
  /** Once for each piece that arrives. */
  notePiece(side: Side): void
  /** Once for each message that became whole; returns its place in the conversation. */
  noteMessage(side: Side, message: Message): { readonly number: number; readonly query: number }
}

export type Side = 'client' | 'server'

export function openTally(): OpenTally {
  let lastSide: Side | undefined
  const numbers = new Map<string, number>()
  const tally = { turns: 0, turnsWhenReady: 0, ready: false, queries: [] as string[], clientMessages: '' }

  return Object.assign(tally, {
    notePiece(side: Side) {
      if (side === 'server' && lastSide === 'client') {
        tally.turns++
        if (tally.ready) tally.turnsWhenReady++
      }
      lastSide = side
    },
    noteMessage(side: Side, message: Message) {
      const kind = side + message.type
      if (tally.ready) numbers.set(kind, (numbers.get(kind) ?? 0) + 1)
      if (side === 'server' && message.type === 'Z') tally.ready = true
      if (side === 'client') tally.clientMessages += message.type
      if (side === 'client' && message.type === 'Q') tally.queries.push(queryText(message))
      return { number: numbers.get(kind) ?? 0, query: tally.queries.length }
    },
  })
}

/** Type, length, text, and a zero byte. */
function queryText(message: Message): string {
  return message.bytes.toString('utf8', 5, message.bytes.length - 1)
}
