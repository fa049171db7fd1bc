import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { startProxy, type TestProxy } from '../support/proxy.ts'
import type { ServerAccess } from '../support/server-access.ts'
import { sharedServer } from '../support/shared-server.ts'

const project = makeProject({ 'schema.sql': 'CREATE TABLE t (id int PRIMARY KEY, a text)' })
let server: ServerAccess
let proxy: TestProxy
beforeAll(async () => {
  server = await sharedServer(18)
  proxy = await startProxy(server)
})
afterAll(async () => {
  await proxy.close()
  project.remove()
})

test('right after a run a plan asks for the fingerprint, not for the catalog', async () => {
  const { url, drop } = await server.createDatabase()
  const words = ['--database', proxy.url(url), '--schema', 'schema.sql']
  expect((await project.trueup('apply', ...words, '--yes')).exitCode).toBe(0)
  proxy.reset()
  const { exitCode } = await project.trueup('plan', ...words, '--exit-code')
  expect(exitCode).toBe(0)
  const asked = proxy.connections.flatMap(({ queries }) => queries)
  expect(asked.some((sql) => sql.includes('md5('))).toBe(true)
  expect(asked.some((sql) => sql.includes('pg_get_indexdef'))).toBe(false)
  expect(asked).toHaveLength(1)
  await drop()
})
