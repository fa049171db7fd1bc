import { expect, test } from 'vitest'
import { sharedServer } from '../../../test/support/shared-server.ts'
import { connectUrl } from '../../../test/support/targets.ts'
import { readCatalog } from './read-catalog.ts'

const numbers = Array.from({ length: 50 }, (_, i) => i)

test.each([
  [
    'keys',
    numbers.map((i) => `ALTER TABLE t${i} ADD CONSTRAINT u${i} UNIQUE (b)`),
    numbers.map((i) => `ALTER TABLE t${i} DROP CONSTRAINT u${i}`),
  ],
  [
    'functions',
    numbers.map((i) => `CREATE FUNCTION f${i}() RETURNS int LANGUAGE sql AS 'SELECT ${i}'`),
    numbers.map((i) => `DROP FUNCTION f${i}()`),
  ],
  [
    'triggers, rules, views, statistics and rules of domains',
    [
      `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
      'CREATE DOMAIN d AS int',
      ...numbers.flatMap((i) => [
        `CREATE TRIGGER g BEFORE INSERT ON t${i} FOR EACH ROW EXECUTE FUNCTION f()`,
        `CREATE RULE r AS ON DELETE TO t${i} DO INSTEAD NOTHING`,
        `CREATE VIEW v${i} AS SELECT a FROM t${i}`,
        `CREATE STATISTICS s${i} ON a, b FROM t${i}`,
        `ALTER DOMAIN d ADD CONSTRAINT c${i} CHECK (VALUE > ${i})`,
      ]),
    ],
    [
      ...numbers.flatMap((i) => [`DROP VIEW v${i}`, `DROP STATISTICS s${i}`, `DROP RULE r ON t${i}`]),
      'DROP FUNCTION f() CASCADE',
      'DROP DOMAIN d',
    ],
  ],
])('a database is read while somebody makes and drops %s in it', async (_, made, dropped) => {
  const server = await sharedServer(18)
  const { url, drop } = await server.createDatabase()
  const [reader, other] = [await connectUrl(url), await connectUrl(url)]
  const tables = Array.from({ length: 50 }, (_, i) => `CREATE TABLE t${i} (a int, b int)`)
  await other.query(tables.join(';'))
  let isReading = true
  const changing = (async () => {
    while (isReading) await other.query([...made, 'COMMIT', 'SELECT pg_sleep(0.01)', ...dropped].join(';'))
  })()
  for (let i = 0; i < 15; i += 1) expect((await readCatalog(reader)).objects.size).toBeGreaterThan(100)
  isReading = false
  await changing
  await Promise.all([reader.close(), other.close()])
  await drop()
})
