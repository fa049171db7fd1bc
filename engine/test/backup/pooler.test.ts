import { readdirSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { noPgBouncer, startPgBouncer } from '../support/pgbouncer.ts'
import { makeProject } from '../support/project.ts'
import { sharedServer } from '../support/shared-server.ts'
import { connectUrl } from '../support/targets.ts'

const project = makeProject({ 'trueup.config.ts': 'export default {}' })
afterAll(project.remove)

test('through a transaction pooler: one snapshot, and nothing left behind in its sessions', async (context) => {
  const server = await sharedServer(15)
  const pooler = await startPgBouncer(server)
  if (!pooler) return context.skip(noPgBouncer)
  const [source, target] = [await server.createDatabase(), await server.createDatabase()]
  await server.execute(
    `CREATE TABLE a AS SELECT n, md5(n::text) FROM generate_series(1, 5000) n; ALTER TABLE a ADD PRIMARY KEY (n);
     CREATE TABLE b (n int REFERENCES a); INSERT INTO b VALUES (1)`,
    source.name,
  )
  const words = ['--connections', '3', '--to', 'pooled', '--database', pooler.url(source.url)]
  expect(await project.trueup('backup', ...words)).toMatchObject({ exitCode: 0 })
  const [name] = readdirSync(`${project.folder}/pooled`).filter((each) => !each.startsWith('.'))
  const restored = await project.trueup('restore', `pooled/${name}`, '--database', pooler.url(target.url))
  expect(restored).toMatchObject({ exitCode: 0 })
  const session = await connectUrl(pooler.url(target.url))
  const [count, path] = await session.query('SELECT count(*) FROM a JOIN b USING (n); SHOW search_path')
  expect([count?.rows, path?.rows]).toEqual([[['1']], [['"$user", public']]])
  await session.close()
  await pooler.stop()
  await Promise.all([source.drop(), target.drop()])
})
