import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProxy, type TestProxy } from './proxy.ts'
import type { TestDatabase } from './server-access.ts'
import { sharedServer } from './shared-server.ts'

let database: TestDatabase
let proxy: TestProxy

beforeAll(async () => {
  const server = await sharedServer(15)
  database = await server.createDatabase()
  await server.execute('CREATE TABLE kept (n int)', database.name)
})

afterAll(async () => {
  await database.drop()
})

describe('counting', () => {
  test('log-in and queries are told apart', async () => {
    await withProxy(async () => {
      await withClient(async (client) => {
        await client.query('SELECT 1; SELECT 2')
        await client.query('SELECT 3')
      })
      expect(proxy.connections).toHaveLength(1)
      expect(proxy.connections[0]).toMatchObject({
        ready: true,
        turns: 5, // start-up, two of SCRAM, two queries
        turnsWhenReady: 2,
        queries: ['SELECT 1; SELECT 2', 'SELECT 3'],
        clientMessages: 'ppQQX',
      })
    })
  })

  test('extended queries are one turn, and not simple ones', async () => {
    await withProxy(async () => {
      await withClient((client) => client.query('SELECT $1::int', [7]))
      expect(proxy.connections[0]).toMatchObject({
        turnsWhenReady: 1,
        queries: [],
        clientMessages: 'ppPBDESX',
      })
    })
  })
})

test('a delay costs each turn its time, the handshake among them', async () => {
  await withProxy(async () => {
    const start = performance.now()
    await withClient((client) => client.query('SELECT 1'))
    const took = performance.now() - start
    expect(took).toBeGreaterThanOrEqual(5 * 20)
    expect(proxy.connections[0]?.turns).toBe(4)
  }, 20)
})

describe('cutting', () => {
  test('before a query is forwarded: the server never saw it', async () => {
    await withProxy(async () => {
      proxy.setRule((message) => (message.from === 'client' && message.query === 2 ? 'cut' : 'forward'))
      await expect(insert(1, 2)).rejects.toThrow(/terminated|ECONNRESET/)
    })
    expect(await keptRows()).toEqual([1])
  })

  test('before the answer is forwarded: the server did it, the client does not know', async () => {
    await withProxy(async () => {
      proxy.setRule((message) => (message.from === 'server' && message.query === 2 ? 'cut' : 'forward'))
      await expect(insert(3, 4)).rejects.toThrow(/terminated|ECONNRESET/)
    })
    expect(await keptRows()).toEqual([1, 3, 4])
  })

  test('after a message is forwarded', async () => {
    await withProxy(async () => {
      const isSecondReady = (type: string, number: number) => type === 'Z' && number === 2
      proxy.setRule(({ type, number }) => (isSecondReady(type, number) ? 'forward-and-cut' : 'forward'))
      await expect(insert(5, 6, 7)).rejects.toThrow(/terminated|ECONNRESET|not queryable|EPIPE/)
    })
    expect(await keptRows()).toEqual([1, 3, 4, 5, 6])
  })
})

test('held messages wait for the release', async () => {
  await withProxy(async () => {
    proxy.setRule((message) => (message.type === 'Q' ? 'hold' : 'forward'))
    await withClient(async (client) => {
      const answer = client.query('SELECT 1').then(() => 'answered')
      const patience = new Promise((resolve) => setTimeout(resolve, 100, 'still waiting'))
      expect(await Promise.race([answer, patience])).toBe('still waiting')
      proxy.release()
      expect(await answer).toBe('answered')
    })
  })
})

async function withProxy(work: () => Promise<void>, delayMs = 0): Promise<void> {
  const server = await sharedServer(15)
  proxy = await startProxy(server, { delayMs: { toServer: delayMs / 2, toClient: delayMs / 2 } })
  try {
    await work()
  } finally {
    await proxy.close()
  }
}

async function withClient<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(proxy.url(database.url))
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function insert(...numbers: readonly number[]): Promise<void> {
  return withClient(async (client) => {
    for (const number of numbers) await client.query(`INSERT INTO kept VALUES (${number})`)
  })
}

async function keptRows(): Promise<number[]> {
  const client = new pg.Client(database.url)
  await client.connect()
  const { rows } = await client.query<{ n: number }>('SELECT n FROM kept ORDER BY n')
  await client.end()
  return rows.map((row) => row.n)
}
