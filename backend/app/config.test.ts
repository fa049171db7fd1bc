import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const projectRoot = join(import.meta.dirname, '../..')

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'avatarbank-config-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const read = (processEnvironment: Record<string, string>, name?: string) =>
  readConfig({ root, name, processEnvironment })

function failureOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    return error
  }
  return expect.unreachable('it should have failed')
}

describe('without settings', () => {
  it('there is an embedded database, and sensible limits', () => {
    const folder = { kind: 'folder', folder: join(root, '.data'), origin: 'default' }
    expect(read({})).toEqual({
      environment: 'development',
      database: folder,
      migrationDatabase: folder,
      poolMax: 10,
      statementTimeoutMs: 30_000,
      lockTimeoutMs: 2_000,
      cacheFolder: expect.stringContaining('.cache'),
    })
  })

  it('production refuses to start', () => {
    expect(failureOf(() => read({}, 'production'))).toMatchObject({
      code: 'SETTINGS-INVALID',
      parameters: {
        problems: [{ variable: 'DATABASE_URL', origin: '.env.production', problem: { kind: 'missing' } }],
      },
    })
  })
})

describe("Neon's URL", () => {
  const pooled =
    'postgresql://owner:pw@ep-cool-1a2b-pooler.ap-southeast-1.aws.neon.tech/neondb?sslmode=require&channel_binding=require'

  it('as copied serves the application, and tables are made past its pooler', () => {
    const config = read({ DATABASE_URL: pooled })
    expect(config.database).toMatchObject({ connection: { pooled: true, channelBinding: 'require' } })
    expect(config.migrationDatabase).toMatchObject({
      origin: 'DATABASE_URL, process environment',
      connection: {
        pooled: false,
        host: 'ep-cool-1a2b.ap-southeast-1.aws.neon.tech',
        channelBinding: 'require',
      },
    })
  })

  it('gives way to the direct URL', () => {
    const config = read({
      DATABASE_URL: pooled,
      DATABASE_DIRECT_URL: 'postgresql://owner:pw@direct.example.com/d',
    })
    expect(config.migrationDatabase).toMatchObject({ connection: { host: 'direct.example.com' } })
  })
})

it('lists every problem with variable and file, and no secret', () => {
  writeFileSync(join(root, '.env'), 'DATABASE_POOL_MAX=many\nDATABASE_STATEMENT_TIMEOUT_MS=-1\n')
  writeFileSync(
    join(root, '.env.staging'),
    'DATABASE_DIRECT_URL=postgresql://u:s3cret@h/d?sslmod=x\nDATABASE_URL=mysql://u:s3cret@h/d\n',
  )
  const failure = failureOf(() => read({}, 'staging')) as {
    parameters: { problems: { variable: string; origin: string }[] }
  }
  expect(failure.parameters.problems.map(({ variable, origin }) => `${variable} ${origin}`)).toEqual([
    'DATABASE_URL .env.staging',
    'DATABASE_DIRECT_URL .env.staging',
    'DATABASE_POOL_MAX .env',
    'DATABASE_STATEMENT_TIMEOUT_MS .env',
  ])
  expect(JSON.stringify(failure)).not.toContain('s3cret')
})

describe('.env.example', () => {
  const text = readFileSync(join(projectRoot, '.env.example'), 'utf8')

  it('changes nothing as it is, and is valid with its comments taken away', () => {
    expect(parseEnv(text)).toEqual({})
    const values = parseEnv(text.replace(/^#(?=[A-Z_]+=)/gm, ''))
    expect(Object.keys(values).sort()).toEqual([
      'APP_ENV',
      'DATABASE_DIRECT_URL',
      'DATABASE_LOCK_TIMEOUT_MS',
      'DATABASE_POOL_MAX',
      'DATABASE_STATEMENT_TIMEOUT_MS',
      'DATABASE_URL',
    ])
    expect(read(values as Record<string, string>)).toMatchObject({ environment: 'development', poolMax: 10 })
  })

  it('is the only one of its kind that git takes', () => {
    const ignored = (name: string) => {
      try {
        execFileSync('git', ['check-ignore', '--quiet', '--no-index', name], { cwd: projectRoot })
        return true
      } catch {
        return false
      }
    }
    expect(['.env', '.env.production', '.env.example'].filter(ignored)).toEqual(['.env', '.env.production'])
  })
})
