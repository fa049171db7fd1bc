import { readSync, writeSync } from 'node:fs'
import { Socket } from 'node:net'
import pg from 'pg'

export interface RawSession {
  /**
   * Sends bytes of the wire protocol and waits, blocking this thread, for all the server answers. A start-up
   * message is answered with the greeting of the log-in that was already made.
   */
  exchange(bytes: Uint8Array): Uint8Array
  close(): void
}

/** A session for a program that can only wait by blocking: WebAssembly that was C. */
export async function openRawSession(url: string): Promise<RawSession> {
  const socket = new Socket()
  const received: Buffer[] = []
  const receive = (piece: Buffer) => received.push(piece)
  socket.on('data', receive)
  const client = new pg.Client({ connectionString: url, stream: () => socket })
  client.on('error', () => {}) // it sees the connection end without having asked for it
  await client.connect()
  socket.off('data', receive)

  const descriptor = fileDescriptor(socket)
  let greeting: Buffer | undefined = fromAuthenticationOk(Buffer.concat(received))
  let unsent: Buffer = Buffer.alloc(0)
  return {
    exchange(bytes) {
      if (greeting) {
        const answer = greeting
        greeting = undefined
        return answer
      }
      unsent = Buffer.concat([unsent, bytes])
      const types = wholeMessageTypes(unsent)
      if (!types) return Buffer.alloc(0)
      sendBlocking(descriptor, unsent)
      unsent = Buffer.alloc(0)
      // Query and Sync are answered up to ReadyForQuery, Terminate not at all.
      return /[QS]$/.test(types) ? receiveBlocking(descriptor) : Buffer.alloc(0)
    },
    close: () => void socket.destroy(),
  }
}

/** Node has no public name for it; the test of pg_dump would tell if it went away. */
function fileDescriptor(socket: Socket): number {
  return (socket as unknown as { readonly _handle: { readonly fd: number } })._handle.fd
}

function fromAuthenticationOk(bytes: Buffer): Buffer {
  const authenticationOk = Buffer.from('R\0\0\0\x08\0\0\0\0', 'latin1')
  return bytes.subarray(bytes.indexOf(authenticationOk))
}

/** The type letters, or undefined while the last message is not complete: libpq sends in pieces of 8 kB. */
function wholeMessageTypes(bytes: Buffer): string | undefined {
  let types = ''
  let at = 0
  while (at + 5 <= bytes.length) {
    types += String.fromCharCode(bytes[at] ?? 0)
    at += 1 + bytes.readInt32BE(at + 1)
  }
  return at === bytes.length ? types : undefined
}

function sendBlocking(descriptor: number, bytes: Buffer): void {
  for (let sent = 0; sent < bytes.length; ) {
    sent += whenPossible(() => writeSync(descriptor, bytes, sent))
  }
}

function receiveBlocking(descriptor: number): Buffer {
  const chunk = Buffer.alloc(64 * 1024)
  let answer: Buffer = Buffer.alloc(0)
  while (!endsReadyForQuery(answer)) {
    const length = whenPossible(() => readSync(descriptor, chunk))
    if (length === 0) throw new Error('the server closed the connection')
    answer = Buffer.concat([answer, chunk.subarray(0, length)])
  }
  return answer
}

/** "Z", its length, and one letter for the state of the transaction. */
function endsReadyForQuery(answer: Buffer): boolean {
  return answer.subarray(-6, -1).equals(Buffer.from('Z\0\0\0\x05', 'latin1'))
}

/** The socket belongs to node's loop and never blocks by itself. */
function whenPossible(attempt: () => number): number {
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.5)
    }
  }
}
