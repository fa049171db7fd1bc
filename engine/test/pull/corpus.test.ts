import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { readCatalogWithDetails } from '../../src/sources/database/details/read-details.ts'
import { mentionedExtensions } from '../../src/sources/scratch/script-needs.ts'
import { closeScratch } from '../../src/sources/scratch/with-scratch.ts'
import { type Case, readCases, type Side } from '../cases/case-folder.ts'
import { emptyEmbedded } from '../cases/empty-embedded.ts'
import { repository } from '../support/repository.ts'
import { runCli } from '../support/run-cli.ts'
import { forms, type Reading, stepsAfterPull } from './round-trip.ts'

/**
 * What was pulled and planned against finds nothing to do, for both sides of the cases in engine/cases. A sample in
 * every run; TRUEUP_PULL is a number of sides or `all`, and TRUEUP_CASES a part of their names.
 */
const wanted = process.env['TRUEUP_PULL'] ?? '12'
const filter = process.env['TRUEUP_CASES'] ?? ''
const seed = 20_261_122

const cases = readCases().filter(({ name, settings }) => name.includes(filter) && !settings.notEmbedded)
const sides = cases.flatMap((one) => (['old', 'new'] as const).map((side) => ({ one, side })))
const chosen =
  wanted === 'all' || sides.length === 0
    ? sides
    : fc
        .sample(fc.shuffledSubarray(sides, { minLength: Math.min(Number(wanted), sides.length) }), {
          numRuns: 1,
          seed,
        })[0]!
        .slice(0, Number(wanted))

describe.skipIf(chosen.length === 0)('what is pulled finds nothing to do', () => {
  const root = mkdtempSync(join(tmpdir(), 'trueup-pull-'))
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  const cache = cacheFolder(repository)
  let embedded: Awaited<ReturnType<typeof emptyEmbedded>>
  beforeAll(async () => {
    embedded = await emptyEmbedded(
      mentionedExtensions(chosen.map(({ one, side }) => ({ sql: one.sides[side].sql, origin: '' }))),
    )
  })
  afterAll(async () => {
    await embedded.stop()
    await closeScratch()
    rmSync(root, { recursive: true, force: true })
  })

  test.each(chosen.map(({ one, side }) => [one.name, side, one] as const))(
    '%s %s',
    async (name, side, one) => {
      const reading = await read(one, side)
      for (const form of forms) {
        const folder = join(root, `${name.replaceAll('/', '.')}.${side}`, form)
        mkdirSync(folder, { recursive: true })
        expect({ form, steps: await stepsAfterPull(reading, form, folder, cache) }).toEqual({
          form,
          steps: [],
        })
      }
    },
  )

  test('and the models pass the type checker', async () => {
    const config = { extends: join(repository, 'tsconfig.json'), include: [join(root, '**', '*.ts')] }
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(config))
    writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module' }))
    const { stdout } = await runCli(['npx', 'tsc', '--noEmit', '--project', root], { cwd: repository })
    expect(stdout.split('\n').slice(0, 20).join('\n')).toBe('')
  })

  async function read({ sides }: Case, side: Side): Promise<Reading> {
    const database = await embedded.open()
    try {
      await database.query('SET check_function_bodies = off; SET client_min_messages = error')
      if (sides[side].sql.trim() !== '') await database.query(sides[side].sql)
      return await readCatalogWithDetails(database)
    } finally {
      await database.close()
    }
  }
})
