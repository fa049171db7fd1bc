import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServerAccess } from '../../engine/test/support/server-access.ts'
import { sharedServer } from '../../engine/test/support/shared-server.ts'
import { readConfig } from './config.ts'
import { openDatabase } from './db.ts'
import { avatars, users } from './models/index.ts'

let root: string
let server: ServerAccess
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'avatarbank-db-'))
  server = await sharedServer(18)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const open = (variables: Record<string, string>) =>
  openDatabase(readConfig({ root, processEnvironment: variables }))

describe.each(['a server', 'the embedded database'])('on %s', (where) => {
  const variables = (): Record<string, string> =>
    where === 'a server' ? { DATABASE_URL: server.superuserUrl, DATABASE_STATEMENT_TIMEOUT_MS: '60000' } : {}

  it('the application has typed queries', async () => {
    const { db, close } = await open(variables())
    const query = db
      .select({ id: users.id, title: avatars.title })
      .from(users)
      .innerJoin(avatars, sql`true`)
      .limit(1)
    expect(query.toSQL().sql).toContain('from "users" inner join "avatars"')
    expect(db.query.users).toBeDefined()
    const result = await db.transaction(async (transaction) =>
      transaction.execute(sql`SELECT 6 * 7 AS answer`),
    )
    expect((result as { rows: unknown[] }).rows).toEqual([{ answer: 42 }])
    await close()
  })
})

it('a server sees the application by name, with its statement limit', async () => {
  const { db, close } = await open({
    DATABASE_URL: server.superuserUrl,
    DATABASE_STATEMENT_TIMEOUT_MS: '1234',
  })
  const settings = sql`SELECT current_setting('application_name') AS name, current_setting('statement_timeout') AS "limit", current_setting('lock_timeout') AS "wait"`
  expect(await db.execute(settings)).toMatchObject({
    rows: [{ name: 'avatarbank', limit: '1234ms', wait: '2s' }],
  })
  await close()
})

it('what cannot be opened is explained at once', async () => {
  await expect(open({ DATABASE_URL: server.url('nowhere') })).rejects.toMatchObject({
    code: 'CONNECT-DATABASE-MISSING',
  })
})

it('an embedded database is locked for the application', async () => {
  const { close } = await open({})
  await expect(open({})).rejects.toMatchObject({
    code: 'EMBEDDED-IN-USE',
    parameters: { command: 'avatarbank' },
  })
  await close()
})
