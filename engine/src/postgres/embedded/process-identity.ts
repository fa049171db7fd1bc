import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Names a process so that another one, later, cannot be taken for it. */
export interface ProcessIdentity {
  /** Host name, and the namespace of process numbers where there is one: two containers may share a name. */
  readonly host: string
  readonly pid: number
  /** When it started, in whatever unit the system counts; survives the reuse of a process number. */
  readonly started: string | undefined
}

export function ownIdentity(): ProcessIdentity {
  return { host: ownHost(), pid: process.pid, started: startOf(process.pid) }
}

export type Liveness = 'alive' | 'dead' | 'on-another-host'

export function livenessOf(identity: ProcessIdentity): Liveness {
  if (identity.host !== ownHost()) return 'on-another-host'
  if (!answers(identity.pid)) return 'dead'
  const started = startOf(identity.pid)
  if (started === 'ended') return 'dead'
  return identity.started && started && identity.started !== started ? 'dead' : 'alive'
}

function ownHost(): string {
  return `${hostname()}${attempt(() => ` ${readlinkSync('/proc/self/ns/pid')}`) ?? ''}`
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // somebody else's, but there
  }
}

function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return attempt(() => startOnLinux(pid))
  if (process.platform === 'win32') return undefined
  return attempt(() => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim())
}

/** Start time in ticks since boot, with the boot's own name (proc(5)); a zombie has ended. */
function startOnLinux(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return 'ended'
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
  return `${boot}-${fields[19]}`
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
