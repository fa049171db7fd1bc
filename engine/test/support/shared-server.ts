import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { startServer } from './server.ts'
import { accessServer, type ServerAccess, type ServerAddress } from './server-access.ts'
import type { Major } from './server-programs.ts'

/** Where the keeper of the shared servers listens (shared-servers-setup.ts); unset outside a test run. */
export const keeperVariable = 'TRUEUP_TEST_KEEPER'

const known = new Map<Major, Promise<ServerAccess>>()

/**
 * The one server of this major for the whole test run, started at the first call of all. Tests make databases
 * and roles of their own on it and leave its settings alone. Outside a test run it is this process's own.
 */
export function sharedServer(major: Major): Promise<ServerAccess> {
  const keeper = process.env[keeperVariable]
  const server = known.get(major) ?? (keeper ? askKeeper(keeper, major) : startServer(major))
  known.set(major, server)
  return server
}

async function askKeeper(keeper: string, major: Major): Promise<ServerAccess> {
  const socket = connect(keeper)
  await once(socket, 'connect')
  socket.write(String(major))
  const answer = JSON.parse(await text(socket)) as ServerAddress | { readonly failure: string }
  if ('failure' in answer) throw new Error(`shared server ${major}: ${answer.failure}`)
  return accessServer(answer)
}
