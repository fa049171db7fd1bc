import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { mentionedExtensions } from '../../src/sources/scratch/script-needs.ts'
import { type Case, readCases, type Schema } from '../cases/case-folder.ts'
import { emptyEmbedded } from '../cases/empty-embedded.ts'
import { repository } from '../support/repository.ts'
import { runThereAndBack } from './run-there-and-back.ts'

/** `npm run test:undo` takes all of them; `TRUEUP_CASES` those with a part of a name (`tables/,views/`); otherwise one of every third area. */
const wanted = process.env['TRUEUP_CASES']
const everyCase = process.env['TRUEUP_UNDO'] === 'all'
const cache = cacheFolder(repository)
const cases = readCases().filter(({ settings }) => !settings.notEmbedded && 18 <= (settings.maxMajor ?? 99))

describe('every case goes back and forth again', () => {
  let embedded: Awaited<ReturnType<typeof emptyEmbedded>>
  beforeAll(async () => {
    embedded = await emptyEmbedded(
      mentionedExtensions(cases.flatMap(({ sides }) => [{ sql: sides.old.sql + sides.new.sql, origin: '' }])),
    )
  })
  afterAll(() => embedded.stop())

  const check = async (start: Schema, goal: Schema, settings: Case['settings']) => {
    const outcome = await runThereAndBack(start, goal, () => embedded.open(), cache, settings)
    expect(outcome.afterUndo).toEqual([])
    expect(outcome.rowsAfterUndo).toEqual(outcome.rowsAtStart)
    expect(outcome.afterRedo).toEqual([])
    expect(outcome.rowsAfterRedo).toEqual(outcome.rowsAtEnd)
    expect(outcome.lostUnsaid).toEqual([])
    expect(outcome.askedInVain).toEqual([])
    expect(outcome.notAsked).toEqual([])
  }

  for (const { name, sides, settings } of cases.filter(isChosen)) {
    test(`${name}, there`, () => check(sides.old, sides.new, settings))
    test(`${name}, and back`, () => check(sides.new, sides.old, settings))
  }
})

function isChosen({ name }: Case, _: number, all: readonly Case[]): boolean {
  if (wanted !== undefined) return wanted.split(',').some((part) => name.includes(part))
  const areas = [...new Set(all.map((each) => areaOf(each.name)))]
  const isFirst = all.find((each) => areaOf(each.name) === areaOf(name))?.name === name
  return everyCase || (isFirst && areas.indexOf(areaOf(name)) % 3 === 0)
}

function areaOf(name: string): string {
  return name.split('/')[0] ?? ''
}
