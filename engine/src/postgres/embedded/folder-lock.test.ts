import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFileName, lockFolder } from './folder-lock.ts'
import { ownIdentity } from './process-identity.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trueup-lock-'))
  file = join(folder, lockFileName)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const owner = (changes: object) =>
  JSON.stringify({
    ...ownIdentity(),
    command: 'another',
    since: '2026-01-02T03:04:05.000Z',
    token: 'abc',
    ...changes,
  })
const failure = () =>
  lockFolder(folder, 'test').then(
    () => expect.unreachable('it should be locked'),
    (error) => error,
  )

/** The number of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--eval', ''])
  await once(child, 'exit')
  return child.pid!
}

describe('a lock', () => {
  it('lets one in, names it to the others, and goes when it is released', async () => {
    const lock = await lockFolder(folder, 'trueup create')
    expect(await failure()).toMatchObject({
      code: 'EMBEDDED-IN-USE',
      parameters: { folder, pid: process.pid, command: 'trueup create', lockFile: file },
    })
    lock.release()
    lock.release()
    expect(readdirSync(folder)).toEqual([])
    ;(await lockFolder(folder, 'again')).release()
  })

  it.each([
    ['of a process that ended', async () => owner({ pid: await deadPid() })],
    ['of a process whose number was used again', async () => owner({ started: 'long ago' })],
  ])('%s is taken over', async (_, content) => {
    writeFileSync(file, await content())
    ;(await lockFolder(folder, 'test')).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is taken over though another died while taking it over', async () => {
    const pid = await deadPid()
    writeFileSync(file, owner({ pid, token: 'first' }))
    writeFileSync(`${file}.first`, owner({ pid, token: 'second' }))
    ;(await lockFolder(folder, 'test')).release()
    expect(existsSync(file)).toBe(false)
  })

  it('of another host is never taken over', async () => {
    writeFileSync(file, owner({ host: 'elsewhere pid:[1]', pid: await deadPid() }))
    expect(await failure()).toMatchObject({
      code: 'EMBEDDED-LOCKED-ELSEWHERE',
      parameters: { host: 'elsewhere' },
    })
    expect(existsSync(file)).toBe(true)
  })

  it('of another container with the same name is never taken over', async () => {
    writeFileSync(file, owner({ host: `${hostname()} pid:[1]`, pid: await deadPid() }))
    expect(await failure()).toMatchObject({ code: 'EMBEDDED-LOCKED-ELSEWHERE' })
  })

  it.each(['', 'not JSON', '{}'])('that cannot be read is left alone: %j', async (content) => {
    writeFileSync(file, content)
    expect(await failure()).toMatchObject({
      code: 'EMBEDDED-LOCK-UNREADABLE',
      parameters: { lockFile: file },
    })
    expect(existsSync(file)).toBe(true)
  })
})

describe('a process that ends', () => {
  const holder = (then: string) =>
    run([
      '--input-type=module',
      '--eval',
      `
      const { lockFolder } = await import(${JSON.stringify(import.meta.resolve('./folder-lock.ts'))})
      await lockFolder(${JSON.stringify(folder)}, 'holder')
      console.log('held')
      ${then}`,
    ])

  it.each(['process.exit(3)', '/* nothing left to do */'])(
    'by itself releases its lock: %s',
    async (then) => {
      await once(holder(then), 'exit')
      expect(existsSync(file)).toBe(false)
    },
  )

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s releases its lock and dies of the signal',
    async (signal) => {
      const child = holder('setInterval(() => {}, 1000)')
      await once(createInterface(child.stdout!), 'line')
      child.kill(signal)
      const [, deathSignal] = await once(child, 'exit')
      expect(deathSignal).toBe(signal)
      expect(existsSync(file)).toBe(false)
    },
  )

  it('by a signal that others handle keeps its lock until it is done', async () => {
    const child = holder(`
      process.on('SIGTERM', () => setTimeout(() => { console.log('done'); process.exit() }, 300))
      setInterval(() => {}, 1000)`)
    const lines = createInterface(child.stdout!)
    await once(lines, 'line')
    child.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await failure()).toMatchObject({ code: 'EMBEDDED-IN-USE' })
    await once(child, 'exit')
    expect(existsSync(file)).toBe(false)
  })
})

it('holds against 8 processes at once, while some are killed at any moment', async () => {
  writeFileSync(join(folder, 'log'), '')
  const program = join(import.meta.dirname, '../../../test/support/lock-contender.ts')
  const said: string[] = []
  const running = new Set<ChildProcess>()
  const start = () => {
    const child = run([program, folder])
    running.add(child)
    child.on('exit', () => running.delete(child))
    createInterface(child.stdout!).on('line', (line) => said.push(line))
  }
  const held = () => said.filter((line) => line === 'held').length

  for (let count = 0; count < 8; count += 1) start()
  for (let kills = 0; kills < 12; kills += 1) {
    const before = held()
    while (held() < before + 50) await new Promise((resolve) => setTimeout(resolve, 5))
    const victim = [...running][kills % running.size]!
    victim.kill('SIGKILL')
    start()
  }
  const ends = [...running].map((child) => once(child, 'exit'))
  for (const child of running) child.kill('SIGKILL')
  await Promise.all(ends)
  expect(said.filter((line) => line !== 'held')).toEqual([])
}, 120_000)

function run(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
}
