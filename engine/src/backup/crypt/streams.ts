import { randomBytes } from 'node:crypto'
import { Transform } from 'node:stream'
import { chunkBytes, decryptChunk, encryptChunk, headBytes, magic, saltBytes, tagBytes } from './chunks.ts'
import type { BackupKeys } from './keys.ts'

export function encryption(keys: BackupKeys, path: string): Transform {
  const salt = randomBytes(saltBytes)
  const key = keys.fileKey(path, salt)
  const cutter = createCutter(chunkBytes)
  let number = 0
  const stream = new Transform({
    transform(bytes: Buffer, _, done) {
      for (const chunk of cutter.add(bytes)) stream.push(encryptChunk(key, number++, false, chunk))
      done()
    },
    flush(done) {
      stream.push(encryptChunk(key, number, true, cutter.rest()))
      done()
    },
  })
  stream.push(Buffer.concat([magic, salt]))
  return stream
}

/** Fails at the first chunk that is not what was written; gives nothing of it away. */
export function decryption(keys: BackupKeys, path: string): Transform {
  let head: Buffer = Buffer.alloc(0)
  let key: Buffer | undefined
  let number = 0
  const cutter = createCutter(chunkBytes + tagBytes)
  const stream = new Transform({
    transform(bytes: Buffer, _, done) {
      try {
        let rest = bytes
        if (!key) {
          head = Buffer.concat([head, bytes])
          if (head.length < headBytes) return done()
          if (!head.subarray(0, magic.length).equals(magic)) throw new Error('not an encrypted file')
          key = keys.fileKey(path, head.subarray(magic.length, headBytes))
          rest = head.subarray(headBytes)
        }
        for (const chunk of cutter.add(rest)) stream.push(decryptChunk(key, number++, false, chunk))
        done()
      } catch (error) {
        done(error as Error)
      }
    },
    flush(done) {
      try {
        if (!key) throw new Error('the file ends within its head')
        stream.push(decryptChunk(key, number, true, cutter.rest()))
        done()
      } catch (error) {
        done(error as Error)
      }
    },
  })
  return stream
}

/** Cuts a stream into pieces of one size; the last piece is kept back, because it is to be told from the others. */
function createCutter(size: number) {
  let held: Buffer = Buffer.alloc(0)
  return {
    *add(bytes: Buffer): Iterable<Buffer> {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
      while (held.length > size) {
        yield held.subarray(0, size)
        held = held.subarray(size)
      }
    },
    rest: () => held,
  }
}
