import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { closeScratch } from '../../src/sources/scratch/with-scratch.ts'
import { emptyEmbedded } from '../cases/empty-embedded.ts'
import { repository } from '../support/repository.ts'
import { runPair } from './run-pair.ts'
import { type SchemaPair, schemaPair } from './schema-pair.ts'

/**
 * Random schemas, there and back. A few of always the same in every run; TRUEUP_PAIRS says how many, TRUEUP_SEED which
 * (`npm run test:soak` takes new ones). What fails is made small and printed with its seed.
 */
const pairs = Number(process.env['TRUEUP_PAIRS'] ?? 3)
const seed = Number(process.env['TRUEUP_SEED'] ?? (pairs > 3 ? Date.now() % 1_000_000 : 42))

describe(`${pairs} random pairs of schemas, seed ${seed}`, () => {
  const cache = cacheFolder(repository)
  let embedded: Awaited<ReturnType<typeof emptyEmbedded>>
  beforeAll(async () => {
    embedded = await emptyEmbedded([])
  })
  afterAll(async () => {
    await embedded.stop()
    await closeScratch()
  })

  const keepsPromises = async ({ from, to }: SchemaPair) => {
    expect(await runPair({ from, to }, { open: embedded.open, cache })).toEqual([])
    expect(await runPair({ from: to, to: from }, { open: embedded.open, cache })).toEqual([])
  }

  test(
    'keep the promises',
    () => fc.assert(fc.asyncProperty(schemaPair, keepsPromises), { seed, numRuns: pairs }),
    pairs * 60_000,
  )
})
