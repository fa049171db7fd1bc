import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  authentication,
  errorResponse,
  startScriptedServer,
  typed,
  welcome,
} from '../../../test/support/scripted-server.ts'
import { isTrueupError, type TrueupError } from '../../errors/trueup-error.ts'
import { connectServer } from '../server.ts'
import { parseConnectionUrl } from '../url/connection-url.ts'

async function failureOf(url: string, signal?: AbortSignal): Promise<TrueupError> {
  const { connection } = parseConnectionUrl(url)
  const database = await connectServer(connection!, { applicationName: 'trueup test', signal }).catch(
    (error) => error,
  )
  if (isTrueupError(database) || database instanceof Error) return database as TrueupError
  await database.close()
  return expect.unreachable('it should have failed')
}

async function listen<Listener extends Server>(listener: Listener): Promise<number> {
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return (listener.address() as AddressInfo).port
}

/** Accepts connections and never says a word. */
const silent = createServer()
let silentPort: number
beforeAll(async () => {
  silentPort = await listen(silent)
})
afterAll(() => silent.close())

describe('a host', () => {
  it('that does not exist is named, or the name server that does not answer', async () => {
    const error = await failureOf('postgresql://u:p@no-such-host.invalid/d')
    expect(['CONNECT-HOST-UNKNOWN', 'CONNECT-NAME-SERVER']).toContain(error.code)
    expect(error.parameters).toEqual({ host: 'no-such-host.invalid' })
  })

  it('that refuses is told with its port, whichever of its addresses was tried last', async () => {
    const closed = createServer()
    const port = await listen(closed)
    closed.close()
    const error = await failureOf(`postgresql://u:p@localhost:${port}/d`)
    expect(error).toMatchObject({ code: 'CONNECT-REFUSED', parameters: { host: 'localhost', port } })
  })

  it('without a way to it is given up', async () => {
    const error = await failureOf('postgresql://u:p@192.0.2.1/d?connect_timeout=2') // TEST-NET-1, RFC 5737
    expect(['CONNECT-UNREACHABLE', 'CONNECT-TIMEOUT', 'CONNECT-REFUSED']).toContain(error.code)
  })

  it('without a socket of that name says so', async () => {
    const error = await failureOf('postgresql:///d?host=/nowhere')
    expect(error).toMatchObject({
      code: 'CONNECT-SOCKET',
      parameters: { path: '/nowhere/.s.PGSQL.5432', reason: 'ENOENT' },
    })
  })

  it('that speaks HTTP is not PostgreSQL', async () => {
    const web = createHttpServer()
    const port = await listen(web)
    expect(await failureOf(`postgresql://u:p@127.0.0.1:${port}/d?sslmode=prefer`)).toMatchObject({
      code: 'CONNECT-NOT-POSTGRES',
    })
    expect(await failureOf(`postgresql://u:p@127.0.0.1:${port}/d?sslmode=disable`)).toMatchObject({
      code: 'CONNECT-LOST',
    })
    web.closeAllConnections()
    web.close()
  })

  it('that slips words in before the encryption is not trusted', async () => {
    const meddling = createServer((socket) =>
      socket.on('error', () => {}).once('data', () => socket.write('S and more')),
    )
    const port = await listen(meddling)
    expect(await failureOf(`postgresql://u:p@127.0.0.1:${port}/d?sslmode=require`)).toMatchObject({
      code: 'CONNECT-NOT-POSTGRES',
    })
    meddling.close()
  })

  it.each([
    ['tls', 'require'],
    ['login', 'disable'],
  ])('that is silent is given up in time, and the phase is told: %s', async (phase, mode) => {
    const start = performance.now()
    const error = await failureOf(
      `postgresql://u:p@127.0.0.1:${silentPort}/d?sslmode=${mode}&connect_timeout=2`,
    )
    expect(error).toMatchObject({ code: 'CONNECT-TIMEOUT', parameters: { seconds: 2, phase } })
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('is not waited for when the caller gives up', async () => {
    const interrupt = new AbortController()
    setTimeout(() => interrupt.abort(new Error('interrupted')), 100)
    const error = await failureOf(`postgresql://u:p@127.0.0.1:${silentPort}/d`, interrupt.signal)
    expect(error.message).toBe('interrupted')
  })
})

describe('a login', () => {
  async function failureWith(
    script: Parameters<typeof startScriptedServer>[0],
    parameters = '',
  ): Promise<TrueupError> {
    const server = await startScriptedServer(script)
    try {
      return await failureOf(server.url(parameters))
    } finally {
      await server.close()
    }
  }

  it('to a server too old to be understood is refused', async () => {
    const error = await failureWith((_, socket) => socket.write(welcome({ server_version: '9.6.24' })))
    expect(error).toMatchObject({
      code: 'CONNECT-SERVER-TOO-OLD',
      parameters: { version: '9.6.24', oldest: 14 },
    })
  })

  it('to a replica is refused where the URL asks for writing', async () => {
    const replica = welcome({ server_version: '18.1', in_hot_standby: 'on' })
    const error = await failureWith((_, socket) => socket.write(replica), '?target_session_attrs=read-write')
    expect(error).toMatchObject({ code: 'CONNECT-READ-ONLY' })
  })

  it.each([
    ['GSSAPI', 7],
    ['a method from the future', 99],
  ])('by %s fails instead of crashing', async (_, method) => {
    const error = await failureWith((_, socket) => socket.write(authentication(method)))
    expect(error).toMatchObject({ code: 'CONNECT-AUTHENTICATION' })
  })

  it('is not finished by a server that proves nothing', async () => {
    const error = await failureWith(({ number }, socket) =>
      socket.write(
        number === 1 ? authentication(10, 'SCRAM-SHA-256\0\0') : welcome({ server_version: '18.1' }),
      ),
    )
    expect(error).toMatchObject({ code: 'CONNECT-AUTHENTICATION' })
  })

  it('hung up on is lost', async () => {
    expect(await failureWith((_, socket) => socket.end())).toMatchObject({
      code: 'CONNECT-LOST',
      parameters: { phase: 'login' },
    })
  })

  it('without a password is explained, not tried', async () => {
    const server = await startScriptedServer((_, socket) => socket.write(authentication(3)))
    const error = await failureOf(`postgresql://somebody@127.0.0.1:${server.port}/shop`)
    expect(error).toMatchObject({ code: 'CONNECT-PASSWORD-MISSING', parameters: { user: 'somebody' } })
    await server.close()
  })

  it('never repeats the password, even where the server does', async () => {
    const words = 'cannot use open-sesame, nor open%2Dsesame'
    const error = await failureWith((_, socket) => socket.write(errorResponse('28000', words)))
    const shown = `${error.message} ${JSON.stringify(error.parameters)} ${error.stack} ${(error.cause as Error).stack}`
    expect(shown).not.toContain('open-sesame')
    expect(shown).toContain('***')
  })

  it('survives notices and unknown messages', async () => {
    const server = await startScriptedServer((message, socket) => {
      const greeting = [
        typed('N', 'SNOTICE\0C00000\0Mhello\0\0'),
        welcome({ server_version: '17.2 (Debian 17.2-1)' }),
      ]
      if (message.type === '') socket.write(Buffer.concat(greeting))
    })
    const database = await connectServer(parseConnectionUrl(server.url()).connection!, {
      applicationName: 'x',
    })
    expect(database.serverVersion).toBe(170002)
    await database.close()
    await server.close()
  })
})
