import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverEnvironment } from './cluster.ts'
import { serverAccount } from './server-account.ts'

/** `fast` ends the sessions and writes a checkpoint; `immediate` is a crash: the next start recovers from the log. */
export type StopMode = 'fast' | 'immediate'

export interface ServerProcess {
  readonly port: number
  stop(mode: StopMode): Promise<void>
}

export interface ServerLocation {
  readonly postgres: string
  readonly dataFolder: string
  readonly logFile: string
}

const readyWithinMs = 60_000
const portAttempts = 20

/** Starts on the given port, or on any free one. */
export async function startProcess(location: ServerLocation, port?: number): Promise<ServerProcess> {
  if (port !== undefined) return (await tryPort(location, port)) ?? portTaken(port)
  for (let attempt = 0; attempt < portAttempts; attempt++) {
    const started = await tryPort(location, await freePort())
    if (started) return started
  }
  throw new Error(`found no free port in ${portAttempts} attempts, see ${location.logFile}`)
}

/** Undefined when somebody took the port between our look and the server's start. */
async function tryPort(location: ServerLocation, port: number): Promise<ServerProcess | undefined> {
  const logStart = readLog(location.logFile).length
  const child = spawnServer(location, port)
  const deadline = Date.now() + readyWithinMs
  while (!isReady(location.dataFolder, child)) {
    if (hasEnded(child)) {
      const log = readLog(location.logFile).slice(logStart)
      if (log.includes('Address already in use')) return undefined
      throw new Error(`the server did not start:\n${log}`)
    }
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(
        `the server was not ready after ${readyWithinMs} ms:\n${readLog(location.logFile).slice(logStart)}`,
      )
    }
    await sleep(10)
  }
  return { port, stop: (mode) => stopProcess(child, mode) }
}

function spawnServer(location: ServerLocation, port: number): ChildProcess {
  const log = openSync(location.logFile, 'a')
  const child = spawn(location.postgres, ['-D', location.dataFolder, '-p', String(port)], {
    ...serverAccount(),
    env: serverEnvironment,
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true, // Ctrl-C in the terminal is for the tests
  })
  child.on('error', () => {}) // seen as an exit code below
  child.unref() // a script that forgets to stop its server can still end; the guard stops the server then
  closeSync(log)
  return child
}

/** The server writes its state into the eighth line of its lock file (pg_ctl waits by the same sign). */
function isReady(dataFolder: string, child: ChildProcess): boolean {
  const lines = readLog(join(dataFolder, 'postmaster.pid')).split('\n')
  return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready'
}

async function stopProcess(child: ChildProcess, mode: StopMode): Promise<void> {
  if (hasEnded(child)) return
  child.ref()
  const ended = once(child, 'exit')
  child.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
  await ended
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

function readLog(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function portTaken(port: number): never {
  throw new Error(`port ${port} was taken while the server was stopped`)
}
