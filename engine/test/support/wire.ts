/** One message of the wire protocol (manual 55.7), whole, as it travels. */
export interface Message {
  /** The type letter; empty for start-up messages, the one-letter answers to them, and encrypted pieces. */
  readonly type: string
  readonly bytes: Buffer
}

export interface Conversation {
  fromClient(chunk: Buffer): Message[]
  fromServer(chunk: Buffer): Message[]
}

type Phase = 'start-up' | 'encryption-asked' | 'messages' | 'encrypted'

/** Cuts both streams of one connection into messages. Once TLS was agreed upon there is nothing to see any more. */
export function followConversation(): Conversation {
  let phase: Phase = 'start-up'
  let clientRest: Buffer = Buffer.alloc(0)
  let serverRest: Buffer = Buffer.alloc(0)

  return {
    fromClient(chunk) {
      clientRest = Buffer.concat([clientRest, chunk])
      const messages: Message[] = []
      while (clientRest.length > 0) {
        if (phase === 'start-up' && clientRest[0] === tlsHandshake) phase = 'encrypted'
        const length = phase === 'start-up' ? untypedLength(clientRest) : lengthOfNext(phase, clientRest)
        if (length === undefined) break
        const message = take(clientRest, length, phase === 'messages')
        if (phase === 'start-up') phase = afterStartUpMessage(message.bytes)
        clientRest = clientRest.subarray(length)
        messages.push(message)
      }
      return messages
    },
    fromServer(chunk) {
      serverRest = Buffer.concat([serverRest, chunk])
      const messages: Message[] = []
      while (serverRest.length > 0) {
        const length = lengthOfNext(phase, serverRest)
        if (length === undefined) break
        const message = take(serverRest, length, phase === 'messages')
        if (phase === 'encryption-asked') phase = message.bytes.toString() === 'N' ? 'start-up' : 'encrypted'
        serverRest = serverRest.subarray(length)
        messages.push(message)
      }
      return messages
    },
  }
}

/** First byte of a TLS record; PostgreSQL 17 takes one without being asked (sslnegotiation=direct). */
const tlsHandshake = 0x16
/** Request codes of manual 55.7: encryption by TLS and by GSSAPI. */
const encryptionRequests = [80877103, 80877104]

function afterStartUpMessage(bytes: Buffer): Phase {
  return encryptionRequests.includes(bytes.readInt32BE(4)) ? 'encryption-asked' : 'messages'
}

function lengthOfNext(phase: Phase, rest: Buffer): number | undefined {
  if (phase === 'encrypted') return rest.length
  return phase === 'encryption-asked' ? 1 : typedLength(rest)
}

function untypedLength(rest: Buffer): number | undefined {
  return rest.length >= 8 ? wholeOrNothing(rest, rest.readInt32BE(0)) : undefined
}

function typedLength(rest: Buffer): number | undefined {
  return rest.length >= 5 ? wholeOrNothing(rest, 1 + rest.readInt32BE(1)) : undefined
}

function wholeOrNothing(rest: Buffer, length: number): number | undefined {
  return rest.length >= length ? length : undefined
}

function take(rest: Buffer, length: number, typed: boolean): Message {
  return { type: typed ? String.fromCharCode(rest[0] ?? 0) : '', bytes: rest.subarray(0, length) }
}
