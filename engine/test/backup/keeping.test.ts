import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releasePin } from '../../src/backup/keep/pin.ts'
import { removeOldBackups } from '../../src/backup/keep/retention.ts'
import { listBackups } from '../../src/backup/read/list-backups.ts'
import { makeBackup } from '../../src/backup/write/make-backup.ts'
import { connectUrl, openTarget, type TestTarget } from '../support/targets.ts'

const parent = mkdtempSync(join(tmpdir(), 'trueup-keeping-'))
let target: TestTarget
beforeAll(async () => {
  target = await openTarget(15)
  await target.query('CREATE TABLE t (n int)')
})
afterAll(async () => {
  await target.drop()
  rmSync(parent, { recursive: true, force: true })
})

const day = (n: number) => new Date(Date.UTC(2026, 0, n))
const make = (n: number, more: { readonly environment?: string; readonly run?: string } = {}) =>
  makeBackup({
    connect: () => connectUrl(target.database),
    folder: join(parent, `${more.environment ?? 'staging'}-${String(n).padStart(2, '0')}`),
    scope: null,
    connections: 1,
    environment: more.environment ?? 'staging',
    version: '0.0.0',
    now: day(n),
    pin: more.run === undefined ? undefined : { run: more.run },
  })
const kept = () => readdirSync(parent).sort()

test('old backups go by number and age; pinned ones and those of other environments stay', async () => {
  for (const n of [1, 3, 4, 5]) await make(n)
  await make(2, { run: 'run-7' })
  await make(1, { environment: 'production' })
  const newest = await make(6)
  expect(await removeOldBackups(parent, newest, {}, day(6))).toEqual([])
  expect(await removeOldBackups(parent, newest, { count: 3, days: 2 }, day(6))).toHaveLength(2)
  expect(kept()).toEqual(['production-01', 'staging-02', 'staging-04', 'staging-05', 'staging-06'])
  expect(await removeOldBackups(parent, newest, { count: 1 }, day(6))).toHaveLength(2)
  expect(kept()).toEqual(['production-01', 'staging-02', 'staging-06'])

  await releasePin(parent, 'another run')
  expect((await listBackups(parent)).map((each) => each.kind === 'complete' && each.pinned)).toContain(true)
  await releasePin(parent, 'run-7')
  expect(await removeOldBackups(parent, newest, { count: 1 }, day(6))).toEqual([join(parent, 'staging-02')])
  expect(await removeOldBackups(parent, newest, { days: 1 }, day(300))).toEqual([])
  expect(existsSync(join(parent, 'staging-06'))).toBe(true)
})
