import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverAccount } from './server-account.ts'

const guardScript = join(import.meta.dirname, 'run-guard.sh')
let folder: string | undefined

/**
 * The folder of this process for all it starts: servers, poolers, copies. When the process ends, even by
 * kill -9, a small shell waiting beside it stops what still runs there and removes the folder.
 */
export function runFolder(): string {
  if (!folder) {
    removeFoldersOfDeadRuns()
    folder = mkdtempSync(join(baseFolder(), `${prefix()}${process.pid}-`))
    chmodSync(folder, 0o755) // the servers' account must be able to enter it
    const guard = guardFolder(folder, 'pipe')
    guard.unref()
    ;(guard.stdin as unknown as { unref(): void }).unref()
  }
  return folder
}

/** The owner's process number is in the name; a number used again meanwhile only puts the cleaning off. */
function removeFoldersOfDeadRuns(): void {
  for (const name of readdirSync(baseFolder())) {
    if (!name.startsWith(prefix())) continue
    const owner = Number(name.slice(prefix().length).split('-')[0])
    if (!isAlive(owner)) guardFolder(join(baseFolder(), name), 'ignore').unref()
  }
}

/** Detached, so that Ctrl-C in the terminal reaches the tests first and the guard tidies up after them. */
function guardFolder(target: string, stdin: 'pipe' | 'ignore') {
  return spawn('/bin/sh', [guardScript, target], {
    stdio: [stdin, 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  })
}

/** Another account's servers must get in, so root does not rely on a private TMPDIR. */
function baseFolder(): string {
  return serverAccount() ? '/tmp' : tmpdir()
}

/** Containers may share /tmp without sharing process numbers: the machine is part of the name, short for the socket's path. */
function prefix(): string {
  return `trueup-test-${createHash('sha256').update(hostname()).digest('hex').slice(0, 4)}-`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
