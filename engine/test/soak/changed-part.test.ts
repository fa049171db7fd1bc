import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { loadChanged } from '../../src/sources/changed/load-changed.ts'
import { loadRecorded, loadWhole } from '../../src/sources/changed/load-whole.ts'
import { closeScratch } from '../../src/sources/scratch/with-scratch.ts'
import { splitScript } from '../../src/sql/split-script.ts'
import { readCases } from '../cases/case-folder.ts'
import { repository } from '../support/repository.ts'

/**
 * The corpus as scripts that change: making anew what has changed gives what the whole script gives. A few cases in
 * every run, by TRUEUP_SEED, all of them in `npm run test:soak`.
 */
const isLong = process.env['TRUEUP_PAIRS'] !== undefined
const seed = Number(process.env['TRUEUP_SEED'] ?? Math.floor(Date.now() / 86_400_000))
const cases = readCases().filter(({ settings }) => !settings.notEmbedded && (settings.maxMajor ?? 18) >= 18)
const chosen = isLong
  ? cases
  : fc.sample(fc.shuffledSubarray(cases, { minLength: 15, maxLength: 15 }), { seed, numRuns: 1 })[0]!
const cache = cacheFolder(repository)

afterAll(closeScratch)

test(
  `${chosen.length} changed scripts, seed ${seed}`,
  async () => {
    let parts = 0
    for (const { name, sides } of chosen)
      for (const [from, to] of [
        [sides.old, sides.new],
        [sides.new, sides.old],
      ] as const) {
        const before = await loadRecorded(longScript(from.sql), cache)
        const changed = before && (await loadChanged(before, longScript(to.sql), cache))
        if (!changed) continue
        parts++
        expect(settled(changed.catalog), name).toEqual(settled(await loadWhole(longScript(to.sql), cache)))
        expect(changed.record, name).toEqual((await loadRecorded(longScript(to.sql), cache))?.record)
      }
    // what is too entangled runs whole; most of it is not
    expect(parts).toBeGreaterThan(chosen.length / 2)
  },
  chosen.length * 30_000,
)

/** A change of much of a script is not worth a choice, so the script says more. */
function longScript(sql: string) {
  const more = Array.from({ length: 80 }, (_, i) => ({ sql: `SELECT ${i}`, origin: 'more' }))
  return [...more, ...splitScript(sql, 'case').map((each) => ({ sql: each.sql, origin: 'case' }))]
}

/** In what order an object names its needs means nothing. */
function settled({ objects }: Catalog) {
  return [...objects.values()].map((object) => ({ ...object, needs: [...object.needs].sort() }))
}
