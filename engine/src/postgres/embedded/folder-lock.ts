import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isTrueupError, TrueupError } from '../../errors/trueup-error.ts'
import { livenessOf, ownIdentity, type ProcessIdentity } from './process-identity.ts'
import { releaseAtExit } from './release-at-exit.ts'

export const lockFileName = 'trueup.lock'

export interface FolderLock {
  release(): void
}

interface Owner extends ProcessIdentity {
  readonly command: string
  /** ISO time */
  readonly since: string
  readonly token: string
}

/**
 * One process at a time in a folder: PGlite has no lock of its own, and two processes lose data silently.
 * A dead owner's lock is taken over; one from another host never is. Released when the process ends.
 */
export async function lockFolder(folder: string, command: string): Promise<FolderLock> {
  const file = join(folder, lockFileName)
  const owner: Owner = {
    ...ownIdentity(),
    command,
    since: new Date().toISOString(),
    token: randomBytes(6).toString('hex'),
  }
  await acquire(file, owner, folder)
  return releaseAtExit(() => release(file, owner))
}

/**
 * Taking over a dead owner's lock is itself done under a lock, named after the dead: only its holder may replace
 * the file, so that a slow rival cannot mistake the new owner's lock for the dead one it read before.
 */
async function acquire(file: string, owner: Owner, folder: string): Promise<void> {
  for (let patience = 200; ; patience -= 1) {
    if (create(file, owner)) return
    const rival = readOwner(file, folder)
    if (!rival) continue // released in the meantime
    const liveness = livenessOf(rival)
    if (liveness !== 'dead') throw inUse(rival, liveness, file, folder)
    const succession = `${file}.${rival.token}`
    try {
      await acquire(succession, owner, folder)
    } catch (error) {
      if (!isTrueupError(error) || patience === 0) throw error
      await sleep(5) // a rival is taking over; it will be the owner
      continue
    }
    try {
      if (readOwner(file, folder)?.token === rival.token) {
        replace(file, owner)
        return
      }
    } finally {
      release(succession, owner)
    }
  }
}

/** Appears with its whole content at once, or not at all when somebody else's is there. */
function create(file: string, owner: Owner): boolean {
  const draft = writeDraft(file, owner)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return createWithoutLinks(file, owner)
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** For file systems without hard links; a reader may then see the file before its content. */
function createWithoutLinks(file: string, owner: Owner): boolean {
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function replace(file: string, owner: Owner): void {
  renameSync(writeDraft(file, owner), file)
}

function writeDraft(file: string, owner: Owner): string {
  const draft = `${file}.${owner.token}.draft`
  writeFileSync(draft, JSON.stringify(owner))
  return draft
}

function release(file: string, owner: Owner): void {
  try {
    if (JSON.parse(readFileSync(file, 'utf8')).token === owner.token) rmSync(file, { force: true })
  } catch {
    // gone with its folder
  }
}

function readOwner(file: string, folder: string): Owner | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    const owner = JSON.parse(text) as Owner
    if (Number.isInteger(owner.pid) && owner.host && owner.token) return owner
  } catch {
    // not ours, or cut off
  }
  throw new TrueupError('EMBEDDED-LOCK-UNREADABLE', { folder, lockFile: file })
}

function inUse(
  rival: Owner,
  liveness: 'alive' | 'on-another-host',
  lockFile: string,
  folder: string,
): TrueupError {
  const code = liveness === 'alive' ? 'EMBEDDED-IN-USE' : 'EMBEDDED-LOCKED-ELSEWHERE'
  const host = rival.host.split(' ')[0] ?? rival.host
  return new TrueupError(code, {
    folder,
    lockFile,
    host,
    pid: rival.pid,
    command: rival.command,
    since: rival.since,
  })
}
