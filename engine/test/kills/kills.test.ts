import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Major } from '../support/server-programs.ts'
import { type Errand, errands } from './errands.ts'
import { type Death, deaths, type KillMatrix, openKillMatrix } from './kill-matrix.ts'

/** `npm run test:kills` tries every message; an ordinary run a few of them, by a seed that is printed. */
const everyPoint = process.env['TRUEUP_KILLS'] === 'all'
const servers: readonly Major[] = everyPoint ? [14, 18] : [16]
const seed = Number(process.env['TRUEUP_SEED'] ?? Math.floor(Date.now() / 86_400_000))
const sampleSize = 6
/** One way to die after the other, so that one alone can be tried: `npm run test:kills -- -t crash`. */
const pieces: readonly (readonly Death[])[] = everyPoint ? deaths.map((death) => [death]) : [deaths]

const scenes = servers.flatMap((major) => errands.map((errand) => ({ major, errand, what: errand.what })))

describe.each(scenes)('$what that dies, PostgreSQL $major', ({ major, errand }) => {
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
      for (const { death, message } of everyPoint ? points : sample(points)) {
        const wrong = await complaints(matrix, errand, { death, message })
        if (wrong) failures.push({ death, message, ...wrong })
      }
      expect(failures, `seed ${seed}`).toEqual([])
    },
    7_200_000,
  )
})

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
