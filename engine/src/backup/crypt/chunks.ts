import { createCipheriv, createDecipheriv } from 'node:crypto'

/**
 * An encrypted file (docs/formats.md): eight bytes that say what it is, a salt, then chunks that are authenticated one
 * by one, so that nothing unproved is ever used and files of any size need little memory. The nonce holds the chunk's
 * number and whether it is the last: none can be moved, left out or cut off (the STREAM construction, Hoang et al. 2015).
 */
export const magic = Buffer.from('TRUEUP\x01\n', 'latin1')
export const saltBytes = 16
export const headBytes = magic.length + saltBytes
export const chunkBytes = 64 * 1024
export const tagBytes = 16

export function encryptChunk(key: Uint8Array, number: number, isLast: boolean, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(number, isLast))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws when a bit of the chunk, its place or its role is not what was written. */
export function decryptChunk(key: Uint8Array, number: number, isLast: boolean, chunk: Uint8Array): Buffer {
  const end = chunk.length - tagBytes
  if (end < 0) throw new Error('a chunk is shorter than its tag')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, isLast), { authTagLength: tagBytes })
  decipher.setAuthTag(chunk.subarray(end))
  return Buffer.concat([decipher.update(chunk.subarray(0, end)), decipher.final()])
}

function nonce(number: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(number), 3)
  bytes[11] = isLast ? 1 : 0
  return bytes
}
