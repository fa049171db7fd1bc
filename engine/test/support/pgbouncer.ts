import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeServerFolder, superuser } from './cluster.ts'
import type { ServerAccess } from './server-access.ts'
import { giveToServer, serverAccount } from './server-account.ts'
import { freePort } from './server-process.ts'

const program = '/usr/sbin/pgbouncer'

/** For `context.skip(noPgBouncer)`. */
export const noPgBouncer = `PgBouncer is not installed (${program}; Debian's package is "pgbouncer")`

export interface TestPgBouncer {
  readonly port: number
  /** The same database through the pooler. */
  url(url: string): string
  stop(): Promise<void>
}

/** PgBouncer in front of a server, pooling by transaction as hosted ones do; undefined where it is not installed. */
export async function startPgBouncer(
  server: ServerAccess,
  settings: Readonly<Record<string, string | number>> = {},
): Promise<TestPgBouncer | undefined> {
  if (!existsSync(program)) return undefined
  const folder = makeServerFolder('pgbouncer-')
  const port = await freePort()
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    giveToServer(join(folder, name))
  }
  write('users.txt', `"${superuser.name}" "${superuser.password}"\n`)
  write('pgbouncer.ini', configuration(server, folder, { ...defaults, listen_port: port, ...settings }))

  const child = spawn(program, ['--quiet', join(folder, 'pgbouncer.ini')], {
    ...serverAccount(),
    cwd: '/',
    stdio: 'ignore',
    detached: true,
  })
  child.unref()
  const ended = once(child, 'exit')
  await Promise.race([listening(port), ended.then(() => failed(join(folder, 'log')))])
  return {
    port,
    url: (url) => Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href,
    async stop() {
      child.ref()
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Users are looked up in the server itself, so that roles made by a test can log in. */
const defaults = {
  listen_addr: '127.0.0.1',
  unix_socket_dir: '',
  pool_mode: 'transaction',
  auth_type: 'scram-sha-256',
  auth_user: superuser.name,
  max_client_conn: 200,
  default_pool_size: 5,
}

function configuration(
  server: ServerAccess,
  folder: string,
  settings: Record<string, string | number>,
): string {
  const files = { auth_file: 'users.txt', logfile: 'log', pidfile: 'pgbouncer.pid' }
  return [
    '[databases]',
    `* = host=${server.host} port=${server.port}`,
    '[pgbouncer]',
    ...Object.entries(files).map(([name, file]) => `${name} = ${join(folder, file)}`),
    ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
    '',
  ].join('\n')
}

async function listening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const answered = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (answered) return
    await sleep(10)
  }
}

function failed(log: string): never {
  throw new Error(`PgBouncer did not start:\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
}
