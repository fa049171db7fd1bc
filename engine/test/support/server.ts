import { join } from 'node:path'
import { configureCluster, makeCluster, replaceHba } from './cluster.ts'
import { accessServer, type ServerAccess } from './server-access.ts'
import { type ServerProcess, type StopMode, startProcess } from './server-process.ts'
import { type Major, serverPrograms } from './server-programs.ts'
import { enableTls, type ServerIdentity } from './server-tls.ts'

export interface ServerOptions {
  /** Further lines of postgresql.conf. */
  readonly settings?: readonly string[]
  /** All lines of pg_hba.conf; without them passwords by SCRAM for everybody, with and without TLS. */
  readonly hba?: readonly string[]
  /** TLS is off without it; `localIdentity()` is the ordinary one. */
  readonly tls?: ServerIdentity
}

export interface TestServer extends ServerAccess {
  stop(mode: StopMode): Promise<void>
  /** Starts again after a stop, on the same port. */
  start(): Promise<void>
}

/**
 * A PostgreSQL server of its own, listening on a free port of 127.0.0.1 and on a socket. It ends with this
 * process at the latest. Tests that need no settings of their own share a server: see shared-server.ts.
 */
export async function startServer(major: Major, options: ServerOptions = {}): Promise<TestServer> {
  const cluster = await makeCluster(major)
  const authorityFile = options.tls && enableTls(cluster, options.tls)
  if (options.settings) configureCluster(cluster, options.settings)
  if (options.hba) replaceHba(cluster, options.hba)

  const logFile = join(cluster.folder, 'server.log')
  const location = { postgres: serverPrograms(major).postgres, dataFolder: cluster.dataFolder, logFile }
  let running: ServerProcess = await startProcess(location)
  const { port } = running
  const { folder: socketFolder, dataFolder } = cluster
  return {
    ...accessServer({ major, host: '127.0.0.1', port, socketFolder, dataFolder, logFile, authorityFile }),
    stop: (mode) => running.stop(mode),
    start: async () => {
      running = await startProcess(location, port)
    },
  }
}
