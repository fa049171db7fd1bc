import { beforeAll, describe, expect, it } from 'vitest'
import type { ServerAccess } from '../../test/support/server-access.ts'
import { sharedServer } from '../../test/support/shared-server.ts'
import type { TrueupError } from '../errors/trueup-error.ts'
import { DatabaseError } from './database-error.ts'
import { diagnose } from './diagnosis.ts'
import { connectServer, type ServerDatabase } from './server.ts'
import { parseConnectionUrl } from './url/connection-url.ts'

const connect = (url: string) =>
  connectServer(parseConnectionUrl(url).connection!, { applicationName: 'trueup test' })

async function diagnosisOf(database: ServerDatabase, sql: string): Promise<TrueupError | undefined> {
  return database.query(sql).then(
    () => expect.unreachable('it should have failed'),
    (error) => diagnose(error),
  )
}

let server: ServerAccess
beforeAll(async () => {
  server = await sharedServer(18)
})

describe('a refused statement', () => {
  it.each([
    ['a relation that is missing', 'SELECT * FROM nowhere', 'DATABASE-RELATION-MISSING'],
    ['a schema that is missing', 'CREATE TABLE nowhere.t ()', 'DATABASE-OBJECT-MISSING'],
    ['a type that is missing', 'CREATE TEMP TABLE t (a nothing)', 'DATABASE-OBJECT-MISSING'],
    ['a function that is missing', 'SELECT nothing()', 'DATABASE-OBJECT-MISSING'],
    ['a read-only transaction', 'BEGIN READ ONLY; CREATE TABLE t ()', 'DATABASE-READ-ONLY'],
    ['statement_timeout', 'SET statement_timeout = 20; SELECT pg_sleep(60)', 'DATABASE-STATEMENT-TIMEOUT'],
    [
      'a full disk',
      "DO $$ BEGIN RAISE 'no space left' USING ERRCODE = '53100'; END $$",
      'DATABASE-DISK-FULL',
    ],
    [
      'no memory',
      "DO $$ BEGIN RAISE 'out of shared memory' USING ERRCODE = '53200'; END $$",
      'DATABASE-MEMORY',
    ],
    [
      'a deadlock',
      "DO $$ BEGIN RAISE 'deadlock detected' USING ERRCODE = '40P01'; END $$",
      'DATABASE-DEADLOCK',
    ],
    ['anything else', 'SELECT 1/0', 'DATABASE-REFUSED'],
  ])('%s', async (_, sql, code) => {
    const database = await connect(server.superuserUrl)
    expect(await diagnosisOf(database, sql)).toMatchObject({ code })
    await database.close()
  })

  it('names the user who lacks the privilege', async () => {
    const role = await server.createRole()
    const database = await connect(role.url('postgres'))
    expect(await diagnosisOf(database, 'CREATE TABLE public.t ()')).toMatchObject({
      code: 'DATABASE-PERMISSION',
      parameters: {
        user: role.name,
        database: 'postgres',
        serverMessage: 'permission denied for schema public',
      },
    })
    await database.close()
    await role.drop()
  })

  it('by a lock tells that others hold it', async () => {
    const { url, drop } = await server.createDatabase()
    const [holder, waiter] = [await connect(url), await connect(url)]
    await holder.query('CREATE TABLE t ()')
    await holder.query('BEGIN; LOCK TABLE t')
    const diagnosis = await diagnosisOf(waiter, 'SET lock_timeout = 20; LOCK TABLE t')
    expect(diagnosis).toMatchObject({ code: 'DATABASE-LOCK-TIMEOUT' })
    await Promise.all([holder.close(), waiter.close()])
    await drop()
  })
})

it('knows an error of a database that has no place', () => {
  expect(diagnose(new DatabaseError('no', { sqlstate: '42P01' }))).toMatchObject({
    code: 'DATABASE-RELATION-MISSING',
  })
})

it('leaves our own mistakes alone', () => {
  expect(diagnose(new TypeError('x is not a function'))).toBeUndefined()
  expect(diagnose(Object.assign(new Error('broken pipe'), { code: 'EPIPE' }))).toBeUndefined()
})
