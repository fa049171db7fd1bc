import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { copiedRows } from './copy-out-query.ts'
import { type CopyConnection, type OwnQuery, ownQuery } from './own-query.ts'

type Settle = (error: Error | null, rows: number) => void

/**
 * COPY … FROM STDIN. No more is taken from the source than the socket takes; a
 * source that fails makes the server refuse the copy, and it is the caller who knows why it failed.
 */
export function copyInQuery(sql: string, source: AsyncIterable<Uint8Array>, settle: Settle): OwnQuery {
  const ended = new AbortController()
  let rows = 0
  let pumping = Promise.resolve()

  const finish = (error: Error | null) => {
    if (ended.signal.aborted) return
    ended.abort()
    void pumping.then(() => settle(error, rows))
  }
  const pump = async (connection: CopyConnection) => {
    try {
      for await (const bytes of source) {
        if (!ended.signal.aborted) await send(bytes, connection.stream, ended.signal)
        if (ended.signal.aborted) return
      }
      connection.endCopyFrom()
    } catch {
      if (!ended.signal.aborted) connection.sendCopyFail('the data could not be read')
    }
  }
  return ownQuery(sql, {
    handleCopyInResponse: (connection) => {
      pumping = pump(connection)
    },
    handleCommandComplete: ({ text }) => {
      rows = copiedRows(text)
    },
    handleReadyForQuery: () => finish(null),
    handleError: finish,
  })
}

/** One CopyData message (manual 55.7); resolves when the socket wants more. */
async function send(bytes: Uint8Array, stream: Duplex, ended: AbortSignal): Promise<void> {
  if (bytes.length === 0) return
  stream.cork()
  stream.write(copyDataHead(bytes.length))
  const goOn = stream.write(bytes)
  stream.uncork()
  if (!goOn) await once(stream, 'drain', { signal: ended })
}

export function copyDataHead(length: number): Buffer {
  const head = Buffer.allocUnsafe(5)
  head.write('d', 0, 'latin1')
  head.writeInt32BE(length + 4, 1)
  return head
}
