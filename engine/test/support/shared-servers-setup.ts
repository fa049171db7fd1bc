import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { buildEngine } from '../../../scripts/build-engine.ts'
import { runFolder } from './run-folder.ts'
import { startServer, type TestServer } from './server.ts'
import { majors } from './server-programs.ts'
import { keeperVariable } from './shared-server.ts'

/**
 * Runs once around all tests, in the process that outlives the workers: keeps one server of each major that
 * a worker asked for, so that no worker owns what others use.
 */
export default async function keepSharedServers(): Promise<() => Promise<void>> {
  await buildEngine() // tests of the command line run what users run
  const servers = new Map<number, Promise<TestServer>>()
  const keeper = createServer((socket) => void answer(socket, servers))
  const address = join(runFolder(), 'keeper')
  keeper.listen(address)
  await once(keeper, 'listening')
  process.env[keeperVariable] = address

  return async () => {
    keeper.close()
    const started = await Promise.allSettled(servers.values())
    await Promise.all(
      started.map((server) => server.status === 'fulfilled' && server.value.stop('immediate')),
    )
  }
}

/** The question is the major as text; the answer the server's address, or why there is none, as JSON. */
async function answer(socket: Socket, servers: Map<number, Promise<TestServer>>): Promise<void> {
  socket.on('error', () => {}) // the worker has gone
  const [question] = await once(socket, 'data')
  const asked = Number(question)
  try {
    const major = majors.find((known) => known === asked)
    if (!major) throw new Error(`no server of major ${asked}`)
    const server = servers.get(major) ?? startServer(major)
    servers.set(major, server)
    socket.end(JSON.stringify(await server))
  } catch (error) {
    socket.end(JSON.stringify({ failure: String(error) }))
  }
}
