import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Major } from '../support/server-programs.ts'
import type { Errand } from './errands.ts'
import { type Death, deaths, type KillMatrix, openKillMatrix } from './kill-matrix.ts'

/**
 * `npm run test:kills` tries every message on servers 14 and 18; `TRUEUP_KILLS=18` on one of them, and
 * `TRUEUP_KILLS_PART=2/5` every fifth of the points. An ordinary run tries a few, by a seed that is printed.
 */
const wanted = process.env['TRUEUP_KILLS']
const everyPoint = wanted !== undefined
const servers = everyPoint ? majorsOf(wanted) : ([16] as const)
const [part = 1, parts = 1] = (process.env['TRUEUP_KILLS_PART'] ?? '1/1').split('/').map(Number)
const seed = Number(process.env['TRUEUP_SEED'] ?? Math.floor(Date.now() / 86_400_000))
const sampleSize = 6
/** One way to die after the other, so that one alone can be tried: `npm run test:kills -- -t crash`. */
const pieces: readonly (readonly Death[])[] = everyPoint ? deaths.map((death) => [death]) : [deaths]

/** The errand is killed at its messages; a file for each errand, so that they are tried side by side. */
export function describeKills(errand: Errand): void {
  describe.each(servers)(`${errand.what} that dies, PostgreSQL %s`, (major) => {
    let matrix: KillMatrix
    beforeAll(async () => {
      matrix = await openKillMatrix(major, errand)
    })
    afterAll(() => matrix?.close())

    test.each(pieces)(
      'at any message (%s): run again, and it is as if nothing had happened',
      async (...kinds) => {
        const points = Array.from({ length: matrix.messages }, (_, i) => i + 1).flatMap((message) =>
          kinds.map((death) => ({ death, message })),
        )
        const failures: unknown[] = []
        const tried = everyPoint ? points.filter((_, i) => i % parts === part - 1) : sample(points)
        const start = performance.now()
        for (const { death, message } of tried) {
          const wrong = await complaints(matrix, errand, { death, message })
          if (wrong) failures.push({ death, message, ...wrong })
        }
        if (everyPoint) report(`${errand.what}, ${major}, ${kinds}`, tried.length, points.length, start)
        expect(failures, `seed ${seed}`).toEqual([])
      },
      7_200_000,
    )
  })
}

function majorsOf(words: string): readonly Major[] {
  return words === 'all' ? [14, 18] : words.split(',').map((word) => Number(word) as Major)
}

function report(what: string, tried: number, points: number, start: number): void {
  const seconds = Math.round((performance.now() - start) / 1000)
  process.stderr.write(`${what}: ${tried} of ${points} points in ${seconds} s\n`)
}

/** What is not as an undisturbed run would have left it. */
async function complaints(
  matrix: KillMatrix,
  errand: Errand,
  { death, message }: { readonly death: Death; readonly message: number },
): Promise<object | undefined> {
  const aftermath = await matrix.die(death, message)
  const { disturbed, again, third, check, rowsWanted, rowsAfter, remains, states } = aftermath
  const unsettled = states.filter((state) => !/ (done|failed|undone)$/.test(state))
  const isRight =
    errand.isDone(again) &&
    errand.isIdle(third) &&
    check.exitCode === 0 &&
    rowsWanted === rowsAfter &&
    remains.length === 0 &&
    unsettled.length === 0
  return isRight
    ? undefined
    : {
        ...{ disturbed, again: again.error ?? again.exitCode, third: third.error ?? third.out },
        ...{ check: check.out, rowsWanted, rowsAfter, remains, states },
      }
}

function sample<Point>(points: readonly Point[]): Point[] {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: sampleSize }, () => points[Math.floor(next() * points.length)]!)
}
