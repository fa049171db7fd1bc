import { execFile } from 'node:child_process'
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeServerFolder, superuser } from './cluster.ts'
import { startServer, type TestServer } from './server.ts'
import { accessServer, type ServerAccess } from './server-access.ts'
import { giveToServer, serverAccount } from './server-account.ts'
import { startProcess } from './server-process.ts'
import { type Major, serverPrograms } from './server-programs.ts'

const run = promisify(execFile)

export interface Pair {
  readonly primary: TestServer
  /** Follows the primary's log, and answers queries that only read. */
  readonly standby: ServerAccess
  stop(): Promise<void>
}

/** A server and its physical replica, made from a copy of the server's files while it was down. */
export async function startPair(major: Major): Promise<Pair> {
  const primary = await startServer(major)
  await primary.stop('fast')
  const folder = makeServerFolder(`${major}-standby-`)
  const dataFolder = join(folder, 'data')
  await run('cp', ['-R', primary.dataFolder, dataFolder], { ...serverAccount(), cwd: '/' })
  await primary.start()
  const { host, port } = primary
  const from = `host=${host} port=${port} user=${superuser.name} password=${superuser.password}`
  appendFileSync(
    join(dataFolder, 'postgresql.conf'),
    `primary_conninfo = '${from}'\nunix_socket_directories = '${folder}'\n`,
  )
  const signal = join(dataFolder, 'standby.signal')
  writeFileSync(signal, '')
  giveToServer(signal)
  const logFile = join(folder, 'server.log')
  const process = await startProcess({ postgres: serverPrograms(major).postgres, dataFolder, logFile })
  const address = { major, host, port: process.port, socketFolder: folder, dataFolder, logFile }
  return {
    primary,
    standby: accessServer({ ...address, authorityFile: undefined }),
    async stop() {
      await process.stop('immediate')
      await primary.stop('immediate')
    },
  }
}
