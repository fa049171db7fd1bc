import type { TakeBytes } from './database.ts'
import { type OwnQuery, ownQuery } from './own-query.ts'

type Settle = (error: Error | null, rows: number) => void

/** What copies need of pg's connection beside its types. */
export interface CopyStream {
  pause(): void
  resume(): void
}

/**
 * COPY … TO STDOUT. The server sends one message a row; they are handed on in
 * blocks, and while a block is being taken nothing more is read from the socket.
 * @param take may fail: the copy is given up then, and it is the caller who knows why
 * @param stop asks the server to end it
 */
export function copyOutQuery(
  sql: string,
  take: TakeBytes,
  stream: CopyStream,
  stop: () => void,
  settle: Settle,
): OwnQuery {
  const blocks = createBlocks()
  let taking = Promise.resolve()
  let open = 0
  let rows = 0
  let failed = false
  let settled = false

  const handOn = (block: Buffer) => {
    if (failed) return
    if (open++ === 0) stream.pause()
    taking = taking
      .then(() => (failed ? undefined : take(block)))
      .catch(() => {
        failed = true
        stop()
      })
      .then(() => {
        if (--open === 0) stream.resume()
      })
  }
  const finish = (error: Error | null) => {
    if (settled) return
    settled = true
    const rest = blocks.rest()
    if (!error && rest) handOn(rest)
    void taking.then(() => settle(error, rows))
  }
  return ownQuery(sql, {
    handleCopyData: ({ chunk }) => {
      const block = blocks.add(chunk)
      if (block) handOn(block)
    },
    handleCommandComplete: ({ text }) => {
      rows = copiedRows(text)
    },
    handleReadyForQuery: () => finish(null),
    handleError: finish,
  })
}

/** @param tag `COPY 3` */
export function copiedRows(tag: string): number {
  return Number(/^COPY (\d+)$/.exec(tag)?.[1] ?? 0)
}

const blockBytes = 64 * 1024

/** Gathers rows until they are worth a call. Copies them at once: pg's parser uses its memory again. */
export function createBlocks() {
  let block: Buffer = Buffer.allocUnsafe(blockBytes)
  let size = 0
  const rest = () => {
    if (size === 0) return undefined
    const full = block.subarray(0, size)
    block = Buffer.allocUnsafe(blockBytes)
    size = 0
    return full
  }
  const add = (chunk: Uint8Array) => {
    if (size + chunk.length > block.length) block = grown(block, size, chunk.length)
    block.set(chunk, size)
    size += chunk.length
    return size >= blockBytes ? rest() : undefined
  }
  return { add, rest }
}

function grown(block: Buffer, size: number, more: number): Buffer {
  const larger = Buffer.allocUnsafe(size + more)
  block.copy(larger, 0, 0, size)
  return larger
}
