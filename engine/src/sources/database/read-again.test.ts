import { expect, test } from 'vitest'
import { sharedServer } from '../../../test/support/shared-server.ts'
import { connectUrl } from '../../../test/support/targets.ts'
import { readCatalog } from './read-catalog.ts'

test('a database is read while somebody makes and drops keys in it', async () => {
  const server = await sharedServer(18)
  const { url, drop } = await server.createDatabase()
  const [reader, other] = [await connectUrl(url), await connectUrl(url)]
  const tables = Array.from({ length: 50 }, (_, i) => `CREATE TABLE t${i} (a int, b int)`)
  const made = Array.from({ length: 50 }, (_, i) => `ALTER TABLE t${i} ADD CONSTRAINT u${i} UNIQUE (b)`)
  const dropped = Array.from({ length: 50 }, (_, i) => `ALTER TABLE t${i} DROP CONSTRAINT u${i}`)
  await other.query(tables.join(';'))
  let isReading = true
  const changing = (async () => {
    while (isReading) await other.query([...made, 'COMMIT', 'SELECT pg_sleep(0.01)', ...dropped].join(';'))
  })()
  for (let i = 0; i < 40; i += 1) expect((await readCatalog(reader)).objects.size).toBeGreaterThan(100)
  isReading = false
  await changing
  await Promise.all([reader.close(), other.close()])
  await drop()
})
