import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import { ko } from '../messages/ko.ts'
import { chooseDatabase, type DatabaseChoice } from './database-setting.ts'
import type { Environment, EnvironmentName } from './environment.ts'

function environmentWith(
  values: Record<string, string>,
  environment: EnvironmentName = 'development',
): Environment {
  const variables = Object.entries(values).map(([name, value]) => [name, { value, origin: '.env' }] as const)
  return { environment, root: '/project', variables: new Map(variables), files: [] }
}

const choose = (values: Record<string, string>, choice: DatabaseChoice = {}, environment?: EnvironmentName) =>
  chooseDatabase(environmentWith(values, environment), choice)

function problemsOf(
  values: Record<string, string>,
  choice: DatabaseChoice = {},
  environment?: EnvironmentName,
) {
  try {
    choose(values, choice, environment)
  } catch (error) {
    return (error as { parameters: { problems: unknown[] } }).parameters.problems
  }
  return expect.unreachable('it should have failed')
}

describe('what decides', () => {
  it('is --database before all, a URL or a folder', () => {
    const values = { DATABASE_URL: 'postgresql://h/d' }
    expect(choose(values, { flag: 'postgres://x/y' })).toMatchObject({
      kind: 'url',
      connection: { host: 'x' },
      origin: '--database',
    })
    expect(choose(values, { flag: 'data' })).toEqual({
      kind: 'folder',
      folder: '/project/data',
      origin: '--database',
    })
    expect(choose(values, { flag: '/data' })).toEqual({
      kind: 'folder',
      folder: '/data',
      origin: '--database',
    })
  })

  it('is the direct URL before the other', () => {
    const values = { DATABASE_URL: 'postgresql://pooled/d', DATABASE_DIRECT_URL: 'postgresql://direct/d' }
    expect(choose(values)).toMatchObject({
      connection: { host: 'direct' },
      origin: 'DATABASE_DIRECT_URL, .env',
    })
    expect(choose(values, { variables: ['DATABASE_URL'] })).toMatchObject({ connection: { host: 'pooled' } })
  })

  it('is the default folder at last, but never in production', () => {
    const choice = { defaultFolder: '.data' }
    expect(choose({}, choice)).toEqual({ kind: 'folder', folder: '/project/.data', origin: 'default' })
    expect(problemsOf({}, choice, 'production')).toEqual([
      {
        variable: 'DATABASE_URL',
        origin: '.env.production',
        problem: { kind: 'missing', environment: 'production' },
      },
    ])
  })
})

describe('a mistyped URL', () => {
  it.each(['mysql://u:secret@h/d', 'postgres:/u:secret@h/d', "psql 'postgresql://u:secret@h/d'", ''])(
    'does not become a folder: %s',
    (flag) => {
      expect(problemsOf({}, { flag })).toMatchObject([
        { variable: '--database', problem: { kind: 'not-a-database' } },
      ])
    },
  )

  it('is explained completely, in both languages, without its secrets', () => {
    const url = 'postgresql://u:s3cret@h:x/d'
    const problems = [
      ...(problemsOf({ DATABASE_URL: 'postgresql://u:s3cret@a,b/d?sslmode=maybe&sslmod=x' }) as []),
      ...(problemsOf({ DATABASE_URL: url }) as []),
    ]
    for (const texts of [en, ko]) {
      const { message, detail, hint } = texts.errors['SETTINGS-INVALID']
      const shown = [message({ problems }), detail({ problems }), hint({ problems })].join('\n')
      expect(shown).not.toContain('s3cret')
      for (const word of ['4', 'sslmod', 'sslmode', 'DATABASE_URL', '.env']) expect(shown).toContain(word)
    }
  })
})
