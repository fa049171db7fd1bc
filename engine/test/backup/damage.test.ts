import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBackup } from '../../src/backup/read/open-backup.ts'
import { verifyBackup } from '../../src/backup/read/verify-backup.ts'
import { secret } from '../../src/postgres/url/secret.ts'
import { makeProject } from '../support/project.ts'
import { openTarget, type TestTarget } from '../support/targets.ts'

const passphrase = 'correct horse battery staple'
const project = makeProject({
  'trueup.config.ts': 'export default {}',
  'key.txt': `${passphrase}\nnot this\n`,
})
let source: TestTarget
const folders: Record<'plain' | 'encrypted', string> = { plain: '', encrypted: '' }

beforeAll(async () => {
  source = await openTarget(15)
  await source.query(`
    CREATE TABLE users (id int PRIMARY KEY, name text);
    INSERT INTO users SELECT n, md5(n::text) FROM generate_series(1, 3000) n;
    CREATE TABLE likes (id int REFERENCES users)`)
  const make = async (...words: readonly string[]) => {
    const { stdout } = await project.trueup('backup', '--database', source.database, '--json', ...words)
    return JSON.parse(stdout).folder as string
  }
  folders.plain = await make('--to', 'plain')
  folders.encrypted = await make('--to', 'encrypted', '--passphrase-file', 'key.txt')
})
afterAll(async () => {
  await source.drop()
  project.remove()
})

const verdict = async (folder: string, key?: string) => {
  try {
    await verifyBackup(await openBackup(folder, key === undefined ? undefined : secret(key)), 'rows')
    return 'whole'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())

describe.each(['plain', 'encrypted'] as const)('a %s backup', (kind) => {
  const copy = () => {
    const folder = `${folders[kind]}-copy`
    rmSync(folder, { recursive: true, force: true })
    cpSync(folders[kind], folder, { recursive: true })
    return folder
  }

  test('is whole wherever it is carried', async () => {
    const folder = copy()
    expect(await verdict(folder)).toBe('whole')
    expect(await verdict(folder, passphrase)).toBe('whole')
    const { exitCode, stdout } = await project.trueup('backup', 'verify', folder, '--lang', 'ko')
    expect({ exitCode, korean: stdout.includes('온전합니다') }).toEqual({ exitCode: 0, korean: true })
  })

  test('shows every flipped bit, in every file, its own checksums too', async () => {
    const folder = copy()
    const files = filesOf(folder)
    const places = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      bit: fc.integer({ min: 0, max: 7 }),
    })
    await fc.assert(
      fc.asyncProperty(places, async ({ file, at, bit }) => {
        const bytes = readFileSync(file)
        const position = Math.floor(at * bytes.length)
        const damaged = Buffer.from(bytes)
        damaged[position] = bytes[position]! ^ (1 << bit)
        writeFileSync(file, damaged)
        expect(await verdict(folder)).toMatch(/^BACKUP-/)
        writeFileSync(file, bytes)
      }),
      { numRuns: 250 },
    )
    expect(await verdict(folder)).toBe('whole')
  })

  test('shows every file that ends early, is longer, or is gone', async () => {
    for (const path of filesOf(folders[kind])) {
      const folder = copy()
      const file = join(folder, path.slice(folders[kind].length))
      const { size } = statSync(file)
      writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('\n')]))
      expect(await verdict(folder), `${path} longer`).toMatch(/^BACKUP-/)
      for (const end of new Set([size - 1, size >> 1, 0])) {
        truncateSync(file, end)
        expect(await verdict(folder), `${path} cut at ${end}`).toMatch(/^BACKUP-/)
      }
      rmSync(file)
      expect(await verdict(folder), `${path} gone`).toMatch(/^BACKUP-/)
    }
  })
})

describe('on the command line', () => {
  test('damage is named, in both languages, and stops a restore before it begins', async () => {
    const folder = `${folders.plain}-shown`
    cpSync(folders.plain, folder, { recursive: true })
    const data = filesOf(folder).find((file) => file.includes('users'))!
    truncateSync(data, 100)
    const english = await project.trueup('backup', 'verify', folder)
    expect(english.exitCode).toBe(1)
    expect(english.stderr).toContain('error[BACKUP-DAMAGED]')
    expect(english.stderr).toMatch(/users\.copy\.gz" has another size/)
    expect((await project.trueup('backup', 'verify', folder, '--lang', 'ko')).stderr).toContain('크기가')
    const target = await openTarget(15)
    expect((await project.trueup('restore', folder, '--database', target.database)).exitCode).toBe(1)
    expect(await target.query(`SELECT FROM pg_class WHERE relname = 'users'`)).toEqual([])
    await target.drop()
  })

  test('an encrypted backup opens with its passphrase only, and shows no row', async () => {
    const everything = Buffer.concat(filesOf(folders.encrypted).map((file) => readFileSync(file))).toString(
      'latin1',
    )
    expect(everything).not.toContain(passphrase)
    expect(everything).not.toMatch(/CREATE TABLE|c4ca4238a0b923820dcc509a6f75849b/)
    const target = await openTarget(15)
    const restore = (...words: readonly string[]) =>
      project.trueup('restore', folders.encrypted, '--database', target.database, ...words)
    expect((await restore()).stderr).toContain('error[BACKUP-PASSPHRASE-NEEDED]')
    project.write('wrong.txt', 'another passphrase')
    expect((await restore('--passphrase-file', 'wrong.txt')).stderr).toContain(
      'error[BACKUP-PASSPHRASE-WRONG]',
    )
    project.write('short.txt', 'short')
    expect((await restore('--passphrase-file', 'short.txt')).stderr).toContain(
      'error[BACKUP-PASSPHRASE-SHORT]',
    )
    expect(await restore('--passphrase-file', 'key.txt')).toMatchObject({ exitCode: 0 })
    expect(await target.query('SELECT count(*), min(length(name)) FROM users')).toEqual([['3000', '32']])
    await target.drop()
  })

  test('what is not a backup is said to be none', async () => {
    const answers = await Promise.all(
      ['.', 'nowhere', `${folders.plain}.partial`].map((folder) =>
        project.trueup('backup', 'verify', folder),
      ),
    )
    for (const { stderr } of answers) expect(stderr).toContain('error[BACKUP-MISSING]')
    expect((await project.trueup('restore')).exitCode).toBe(2)
  })
})
