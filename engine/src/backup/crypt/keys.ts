import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { Secret } from '../../postgres/url/secret.ts'
import type { Encryption } from '../format/manifest.ts'

/** The keys of one backup; none of them is ever written. */
export interface BackupKeys {
  readonly encryption: Encryption
  /** A key for one file of one writing: nothing but that file is ever encrypted with it. */
  fileKey(path: string, salt: Uint8Array): Buffer
  /** Says who wrote the manifest: somebody with the passphrase. In hex. */
  seal(manifest: string | Uint8Array): string
}

/** 32 MB and three passes: what OWASP counts as equal to 128 MB and one. */
export function newEncryption(): Encryption {
  const salt = randomBytes(16).toString('base64')
  return { cipher: 'aes-256-gcm', derivation: 'scrypt', cost: 32_768, blockSize: 8, parallelization: 3, salt }
}

export async function deriveKeys(passphrase: Secret, encryption: Encryption): Promise<BackupKeys> {
  const master = await deriveMaster(passphrase, encryption)
  const derive = (salt: Uint8Array, info: string) => Buffer.from(hkdfSync('sha256', master, salt, info, 32))
  const sealKey = derive(new Uint8Array(0), 'manifest')
  return {
    encryption,
    fileKey: (path, salt) => derive(salt, `file ${path}`),
    seal: (manifest) => createHmac('sha256', sealKey).update(manifest).digest('hex'),
  }
}

export function isSealed(keys: BackupKeys, manifest: Uint8Array, seal: string): boolean {
  const expected = Buffer.from(keys.seal(manifest))
  const found = Buffer.from(seal)
  return expected.length === found.length && timingSafeEqual(expected, found)
}

/** The numbers come from a file: what they may cost has a limit. */
const costMax = 2 ** 20

function deriveMaster(passphrase: Secret, encryption: Encryption): Promise<Buffer> {
  const { cost, blockSize, parallelization, salt } = encryption
  const N = Math.min(cost, costMax)
  const options = { N, r: blockSize, p: parallelization, maxmem: 256 * N * blockSize }
  return new Promise((resolve, reject) =>
    scrypt(passphrase.reveal().normalize('NFKC'), Buffer.from(salt, 'base64'), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}
