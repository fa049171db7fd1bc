import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { Secret } from '../../postgres/url/secret.ts'
import { type BackupKeys, deriveKeys, isSealed } from '../crypt/keys.ts'
import { checksumsText, sha256 } from '../format/checksums.ts'
import { checksumsFile, isSafePath, manifestFile, partialEnding, sealFile } from '../format/layout.ts'
import type { Manifest } from '../format/manifest.ts'

export interface OpenedBackup {
  readonly folder: string
  readonly manifest: Manifest
  /** Where it is encrypted and the passphrase was given. */
  readonly keys: BackupKeys | undefined
}

/**
 * Reads what a backup says of itself, once that is proved by its checksums and, with a passphrase, by its seal. The
 * files it speaks of are proved by `verifyBackup`.
 */
export async function openBackup(folder: string, passphrase?: Secret): Promise<OpenedBackup> {
  const bytes = readManifest(folder)
  const sums = readPart(folder, checksumsFile).toString('latin1')
  const digest = sha256(bytes)
  if (!sums.startsWith(`${digest}  ${manifestFile}\n`)) throw damaged(folder, manifestFile, 'checksum')
  const manifest = JSON.parse(bytes.toString()) as Manifest
  if (manifest.format !== 1)
    throw new TrueupError('BACKUP-FORMAT', {
      folder,
      format: String(manifest.format),
      version: manifest.version,
    })
  const outside = manifest.files.find(({ path }) => !isSafePath(path))
  if (outside) throw damaged(folder, manifestFile, 'path')
  const seal = manifest.encryption ? readPart(folder, sealFile) : undefined
  const own = [
    { path: manifestFile, sha256: digest },
    ...(seal ? [{ path: sealFile, sha256: sha256(seal) }] : []),
  ]
  if (sums !== checksumsText([...own, ...manifest.files])) throw damaged(folder, checksumsFile, 'checksum')
  const keys = await unlock(folder, manifest, bytes, seal?.toString('latin1').trim(), passphrase)
  return { folder, manifest, keys }
}

async function unlock(
  folder: string,
  { encryption }: Manifest,
  bytes: Uint8Array,
  seal: string | undefined,
  passphrase: Secret | undefined,
): Promise<BackupKeys | undefined> {
  if (!encryption || seal === undefined || !passphrase) return undefined
  const keys = await deriveKeys(passphrase, encryption)
  if (!isSealed(keys, bytes, seal)) throw new TrueupError('BACKUP-PASSPHRASE-WRONG', { folder })
  return keys
}

function readManifest(folder: string): Buffer {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new TrueupError('BACKUP-MISSING', { folder })
  if (folder.replace(/\/+$/, '').endsWith(partialEnding))
    throw new TrueupError('BACKUP-INCOMPLETE', { folder })
  if (!existsSync(join(folder, manifestFile)) && !existsSync(join(folder, checksumsFile)))
    throw new TrueupError('BACKUP-MISSING', { folder })
  return readPart(folder, manifestFile)
}

function readPart(folder: string, path: string): Buffer {
  try {
    return readFileSync(join(folder, path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw damaged(folder, path, 'missing')
    throw new TrueupError(
      'BACKUP-READ',
      { file: join(folder, path), reason: code ?? String(error) },
      { cause: error },
    )
  }
}

function damaged(folder: string, path: string, problem: 'checksum' | 'path' | 'missing'): TrueupError {
  return new TrueupError('BACKUP-DAMAGED', { folder, damages: [{ path, problem }] })
}
