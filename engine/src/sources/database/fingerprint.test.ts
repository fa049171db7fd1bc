import { expect, test } from 'vitest'
import { sharedServer } from '../../../test/support/shared-server.ts'
import { connectUrl } from '../../../test/support/targets.ts'
import { fingerprintQuery } from './fingerprint.ts'

test.each([14, 18] as const)('temporary tables of others change no fingerprint, on %s', async (major) => {
  const database = await (await sharedServer(major)).createDatabase()
  const [session, other] = [await connectUrl(database.url), await connectUrl(database.url)]
  const fingerprint = async () =>
    (await session.query(fingerprintQuery(session.serverVersion)))[0]?.rows[0]?.[0]
  await other.query('CREATE TABLE kept (id int PRIMARY KEY)')
  const before = await fingerprint()
  await other.query(`CREATE TEMP TABLE gone (id int PRIMARY KEY, name text DEFAULT 'x' CHECK (name <> ''));
    CREATE TEMP TABLE child (LIKE gone INCLUDING ALL) INHERITS (gone); CREATE TEMP VIEW seen AS TABLE gone;
    CREATE TEMP SEQUENCE numbers; COMMENT ON TABLE gone IS 'x'`)
  expect(await fingerprint()).toBe(before)
  await other.query('DROP TABLE gone CASCADE')
  expect(await fingerprint()).toBe(before)
  await other.query('ALTER TABLE kept ADD COLUMN name text')
  expect(await fingerprint()).not.toBe(before)
  await other.close()
  await session.close()
  await database.drop()
})
