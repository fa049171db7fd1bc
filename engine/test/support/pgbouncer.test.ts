import pg from 'pg'
import { expect, test } from 'vitest'
import { noPgBouncer, startPgBouncer } from './pgbouncer.ts'
import { sharedServer } from './shared-server.ts'

test('any role reaches its database through the pooler', async (context) => {
  const server = await sharedServer(15)
  const pooler = await startPgBouncer(server)
  if (!pooler) return context.skip(noPgBouncer)

  const role = await server.createRole()
  const database = await server.createDatabase(undefined, { owner: role.name })
  const client = new pg.Client(pooler.url(role.url(database.name)))
  await client.connect()
  const { rows } = await client.query('SELECT current_user AS name, current_database() AS database')
  expect(rows).toEqual([{ name: role.name, database: database.name }])
  await client.end()
  await pooler.stop()
  await database.drop()
  await role.drop()
})
