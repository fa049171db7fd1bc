import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trueup-settings-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (name: string, text: string) => writeFileSync(join(root, name), text)
const read = (processEnvironment: Record<string, string> = {}, name?: string) =>
  readEnvironment({ root, name, processEnvironment })
const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return expect.unreachable('it should have failed')
}

describe('a variable', () => {
  it('comes from the strongest layer that has it', () => {
    write('.env', 'A=1\nB=2\nC=3\n')
    write('.env.staging', 'B=20\nC=30\n')
    const { variables, environment, files } = read({ C: '300', D: '400' }, 'staging')
    expect(environment).toBe('staging')
    expect(Object.fromEntries(variables)).toEqual({
      A: { value: '1', origin: '.env' },
      B: { value: '20', origin: '.env.staging' },
      C: { value: '300', origin: 'process environment' },
      D: { value: '400', origin: 'process environment' },
    })
    expect(files).toEqual([
      { path: '.env.staging', exists: true },
      { path: '.env', exists: true },
    ])
  })

  it('that is empty counts as unset, in every layer', () => {
    write('.env', 'A=1\nB=\n')
    expect([...read({ A: '', C: ' ' }).variables.keys()]).toEqual(['A'])
    expect(read({ A: '' }).variables.get('A')?.origin).toBe('.env')
  })

  it('is read as people and editors write it', () => {
    write(
      '.env',
      '\uFEFF# comment\r\nexport A="with # and = and spaces"\r\nB=\'single\'\r\nURL=postgresql://u:p%40#x@h/d?a=b\r\n',
    )
    const { variables } = read()
    expect(variables.get('A')?.value).toBe('with # and = and spaces')
    expect(variables.get('B')?.value).toBe('single')
  })
})

describe('the environment', () => {
  it('is development where nothing else is said', () => {
    expect(read().environment).toBe('development')
    expect(read().files.every((file) => !file.exists)).toBe(true)
  })

  it.each([
    ['the option', { APP_ENV: 'staging' }, 'production', 'production'],
    ['APP_ENV of the process', { APP_ENV: 'staging' }, undefined, 'staging'],
    ['APP_ENV of .env', {}, undefined, 'production'],
  ])('is told by %s', (_, processEnvironment, option, expected) => {
    write('.env', 'APP_ENV=production\n')
    expect(read(processEnvironment as Record<string, string>, option).environment).toBe(expected)
  })

  it('that does not exist is refused with the place where it was said', () => {
    expect(failureOf(() => read({}, 'test'))).toMatchObject({
      code: 'SETTINGS-ENVIRONMENT',
      parameters: { name: 'test', origin: '--env', legal: ['development', 'staging', 'production'] },
    })
    write('.env', 'APP_ENV=prod\n')
    expect(failureOf(() => read())).toMatchObject({ parameters: { name: 'prod', origin: 'APP_ENV, .env' } })
  })
})

it('a file that cannot be read is named', () => {
  mkdirSync(join(root, '.env'))
  expect(failureOf(() => read())).toMatchObject({
    code: 'SETTINGS-FILE',
    parameters: { file: '.env', reason: 'EISDIR' },
  })
})
