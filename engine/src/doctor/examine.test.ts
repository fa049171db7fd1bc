import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noPgBouncer, startPgBouncer } from '../../test/support/pgbouncer.ts'
import { startProxy } from '../../test/support/proxy.ts'
import { startServer } from '../../test/support/server.ts'
import type { ServerAccess } from '../../test/support/server-access.ts'
import { localIdentity } from '../../test/support/server-tls.ts'
import { sharedServer } from '../../test/support/shared-server.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { openEmbedded } from '../postgres/embedded.ts'
import { chooseDatabase } from '../settings/database-setting.ts'
import { readEnvironment } from '../settings/environment.ts'
import { type Examination, examine } from './examine.ts'
import type { Check, Finding, FindingOf } from './finding.ts'

let root: string
let server: ServerAccess
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'trueup-doctor-'))
  server = await sharedServer(18)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function findingsFor(flag: string, changes: Partial<Examination> = {}): Promise<Finding[]> {
  const examination: Examination = {
    root,
    insideProject: true,
    readSettings: () => readEnvironment({ root, processEnvironment: {} }),
    chooseDatabase: (environment) => chooseDatabase(environment, { flag }),
    expectedTables: async () => [{ schema: 'public', name: 'users' }],
    command: 'trueup doctor',
    now: new Date(),
    ...changes,
  }
  const findings: Finding[] = []
  for await (const finding of examine(examination)) findings.push(finding)
  return findings
}

/** `settings ok`, `login failed CONNECT-PASSWORD-WRONG`, … */
const summary = (findings: readonly Finding[]) =>
  findings.map(({ check, outcome, error }) => [check, outcome, ...(error ? [error.code] : [])].join(' '))

function find<Each extends Check>(findings: readonly Finding[], check: Each): FindingOf<Each> {
  const found = findings.find((finding) => finding.check === check)
  return (found ?? expect.unreachable(`no finding ${check}`)) as FindingOf<Each>
}

describe('a healthy server', () => {
  it('is found healthy, phase by phase, with two waits after the connection', async () => {
    const database = await server.createDatabase()
    await server.execute('CREATE TABLE users ()', database.name)
    const proxy = await startProxy(server)
    const findings = await findingsFor(proxy.url(database.url))
    expect(summary(findings)).toEqual([
      'settings ok',
      'git ok',
      'name ok',
      'tcp ok',
      'tls ok',
      'login ok',
      'database ok',
      'server ok',
      'privileges ok',
      'tables ok',
    ])
    for (const check of ['tcp', 'login', 'database', 'server'] as const)
      expect(find(findings, check).milliseconds).toBeGreaterThan(0)
    expect(proxy.connections).toHaveLength(1)
    expect(proxy.connections[0]?.turnsWhenReady).toBe(1)
    await proxy.close()
    await database.drop()
  })

  it('tells version, kind, and what is missing', async () => {
    const findings = await findingsFor(server.superuserUrl)
    expect(find(findings, 'server').facts).toMatchObject({
      product: 'postgresql',
      pooler: 'none',
      replica: false,
    })
    expect(find(findings, 'tables')).toMatchObject({
      outcome: 'warning',
      error: { code: 'DOCTOR-TABLES-MISSING' },
      facts: { missing: [{ schema: 'public', name: 'users' }] },
    })
  })

  it('with TLS tells protocol and certificate, and warns when it ends', async () => {
    const identity = localIdentity()
    const other = await startServer(18, { tls: identity })
    const url = `${other.superuserUrl}?sslmode=verify-ca&sslrootcert=${other.authorityFile}`
    const findings = await findingsFor(url)
    expect(find(findings, 'tls')).toMatchObject({
      outcome: 'ok',
      facts: { protocol: 'TLSv1.3', check: 'issuer' },
    })
    const later = new Date(Date.now() + 20 * 86_400_000)
    expect(find(await findingsFor(url, { now: later }), 'tls')).toMatchObject({
      error: { code: 'DOCTOR-CERTIFICATE-ENDS' },
    })
    await other.stop('immediate')
  })
})

describe('what fails ends the examination, the rest is skipped', () => {
  const rest = (from: Check) => {
    const checks = ['name', 'tcp', 'tls', 'login', 'database', 'server', 'privileges', 'tables']
    return checks.slice(checks.indexOf(from) + 1).map((check) => `${check} skipped`)
  }

  it.each<[Check, string, () => string]>([
    ['tcp', 'CONNECT-REFUSED', () => 'postgresql://u:p@127.0.0.1:1/d'],
    ['tls', 'CONNECT-TLS-REFUSED', () => `${server.superuserUrl}?sslmode=require`],
    ['login', 'CONNECT-PASSWORD-WRONG', () => server.url('postgres', 'postgres', 'wrong')],
    ['database', 'CONNECT-DATABASE-MISSING', () => server.url('nowhere')],
  ])('%s: %s', async (check, code, url) => {
    const findings = summary(await findingsFor(url()))
    expect(findings.slice(findings.indexOf(`${check} failed ${code}`))).toEqual([
      `${check} failed ${code}`,
      ...rest(check),
    ])
  })

  it('name: a host that does not exist', async () => {
    const findings = summary(await findingsFor('postgresql://u:p@no-such-host.invalid/d'))
    expect(findings[2]).toMatch(/^name failed CONNECT-(HOST-UNKNOWN|NAME-SERVER)$/)
    expect(findings.slice(3)).toEqual(rest('name'))
  })

  it('settings: with every problem', async () => {
    const findings = await findingsFor('postgresql://a,b/d?sslmode=maybe')
    expect(summary(findings).slice(0, 2)).toEqual(['settings failed SETTINGS-INVALID', 'git ok'])
    expect(findings[0]?.error?.parameters).toMatchObject({ problems: [{}, {}] })
  })
})

describe('settings', () => {
  it('outside a project are a warning', async () => {
    const findings = await findingsFor(server.superuserUrl, { insideProject: false })
    expect(summary(findings)[0]).toBe('settings warning SETTINGS-OUTSIDE-PROJECT')
  })

  it('are traced to their file', async () => {
    writeFileSync(join(root, '.env'), `DATABASE_URL=${server.superuserUrl}\n`)
    const findings = await findingsFor('', {
      chooseDatabase: (environment) => chooseDatabase(environment, {}),
    })
    expect(find(findings, 'settings').facts).toMatchObject({
      environment: 'development',
      origin: 'DATABASE_URL, .env',
    })
    expect(JSON.stringify(findings)).not.toContain('test-only')
    rmSync(join(root, '.env'))
  })
})

describe('privileges', () => {
  it('that are missing come with the GRANT that gives them', async () => {
    const database = await server.createDatabase()
    const role = await server.createRole()
    await server.execute('CREATE SCHEMA locked', database.name)
    const expectedTables = async () => [
      { schema: 'locked', name: 'a' },
      { schema: 'to come', name: 'b' },
    ]
    const findings = await findingsFor(role.url(database.name), { expectedTables })
    expect(find(findings, 'privileges')).toMatchObject({
      outcome: 'failed',
      facts: {
        held: ['USAGE ON SCHEMA public'],
        missing: [
          'CREATE ON SCHEMA public',
          'USAGE ON SCHEMA locked',
          'CREATE ON SCHEMA locked',
          `CREATE ON DATABASE ${database.name}`,
        ],
      },
    })
    await server.execute(
      `GRANT CREATE ON SCHEMA public TO ${role.name}; GRANT USAGE, CREATE ON SCHEMA locked TO ${role.name}; GRANT CREATE ON DATABASE ${database.name} TO ${role.name}`,
      database.name,
    )
    expect(find(await findingsFor(role.url(database.name), { expectedTables }), 'privileges').outcome).toBe(
      'ok',
    )
    await database.drop()
    await role.drop()
  })

  it('over tables of others are lacking, names of other things are taken', async () => {
    const database = await server.createDatabase()
    const role = await server.createRole()
    await server.execute(
      `CREATE TABLE users (); CREATE VIEW likes AS SELECT 1; GRANT ALL ON SCHEMA public TO ${role.name}`,
      database.name,
    )
    const expectedTables = async () => ['users', 'likes', 'posts'].map((name) => ({ schema: 'public', name }))
    const findings = await findingsFor(role.url(database.name), { expectedTables })
    expect(find(findings, 'privileges')).toMatchObject({
      outcome: 'warning',
      error: { code: 'DOCTOR-FOREIGN-TABLES', parameters: { tables: ['users'] } },
    })
    expect(find(findings, 'tables')).toMatchObject({
      outcome: 'warning',
      error: { code: 'DOCTOR-NAMES-TAKEN', parameters: { names: ['likes'] } },
    })
    await database.drop()
    await role.drop()
  })
})

describe('a server that only reads', () => {
  it('by a setting is told', async () => {
    const role = await server.createRole()
    await server.execute(`ALTER ROLE ${role.name} SET default_transaction_read_only = on`)
    const findings = await findingsFor(role.url('postgres'))
    expect(find(findings, 'server')).toMatchObject({ outcome: 'failed', error: { code: 'DOCTOR-READ-ONLY' } })
    await role.drop()
  })

  it('because it is a replica is told', async () => {
    const replica = await startServer(18)
    await replica.stop('fast')
    writeFileSync(join(replica.dataFolder, 'standby.signal'), '')
    await replica.start()
    const findings = await findingsFor(replica.superuserUrl)
    expect(find(findings, 'server')).toMatchObject({ outcome: 'failed', error: { code: 'DOCTOR-REPLICA' } })
    await replica.stop('immediate')
  })
})

it('a pooler without a telling name is noticed', async (context) => {
  const pooler = await startPgBouncer(server)
  if (!pooler) return context.skip(noPgBouncer)
  const findings = await findingsFor(pooler.url(server.superuserUrl))
  expect(find(findings, 'server')).toMatchObject({
    outcome: 'warning',
    facts: { pooler: 'by-probe' },
    error: { code: 'DOCTOR-HIDDEN-POOLER' },
  })
  await pooler.stop()
})

it('models that cannot be read are told at the tables', async () => {
  const expectedTables = async () => {
    throw new TrueupError('SETTINGS-OUTSIDE-PROJECT', { folder: '/x' })
  }
  const findings = await findingsFor(server.superuserUrl, { expectedTables })
  expect(summary(findings).slice(-2)).toEqual(['privileges ok', 'tables failed SETTINGS-OUTSIDE-PROJECT'])
})

describe('a folder', () => {
  it('without a database is left as it is', async () => {
    const findings = await findingsFor(join(root, 'new'))
    expect(summary(findings).slice(2)).toEqual([
      'folder ok',
      'server skipped',
      'privileges skipped',
      'tables skipped',
    ])
    expect(find(findings, 'folder').facts).toEqual({ folder: join(root, 'new'), hasDatabase: false })
  })

  it('with a database is examined, unless it is in use', async () => {
    const folder = join(root, 'data')
    const database = await openEmbedded(folder, { command: 'somebody' })
    expect(summary(await findingsFor(folder)).slice(2)).toEqual([
      'folder failed EMBEDDED-IN-USE',
      'server skipped',
      'privileges skipped',
      'tables skipped',
    ])
    await database.query('CREATE TABLE users ()')
    await database.close()
    const findings = await findingsFor(folder)
    expect(summary(findings).slice(2)).toEqual(['folder ok', 'server ok', 'privileges ok', 'tables ok'])
    expect(find(findings, 'server').facts).toMatchObject({ product: 'pglite', pooler: 'none' })
  })
})
