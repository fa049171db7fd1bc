import type { ResultTable } from '../../postgres/database.ts'
import type { PauseReason } from '../events.ts'
import type { Run } from '../run.ts'
import { pause } from '../stop.ts'
import { brakesQuery, readBrakes } from './brakes.ts'
import type { Crew } from './crew.ts'

/** When a backfill rests: the run's own session finds out, the others rest with it. */
export interface Rest {
  /** What the own session asks after a batch: statements, whose answers are for `after`; none where it just did. */
  questions(): string[]
  /**
   * After a batch that held its rows for so long: as long as something brakes, and what is missing to the wanted speed.
   * @param answers to the questions, where they were asked
   */
  after(heldMs: number, answers: readonly ResultTable[]): Promise<void>
  /** Milliseconds that it was braked in all. */
  spent(): number
}

const lookAgainMs = 1_000

/** To look costs as much as a tenth of a batch. */
const lookEveryMs = 200

/** @param step its number, from 1 */
export function openRest(step: number, crew: Crew, run: Run): Rest {
  const { port, database } = run
  let [speed, spent, braked, asked] = [1, 0, Promise.resolve(), Number.NEGATIVE_INFINITY]
  const look = () => {
    asked = performance.now()
    const control = port.companions.control()
    return [brakesQuery(crew.processIds()), ...(control === undefined ? [] : [control])]
  }
  const waitWhile = async (first: PauseReason) => {
    const begun = performance.now()
    let [reason, told]: (PauseReason | undefined)[] = [first]
    while (reason) {
      if (reason.kind !== told?.kind) port.emit({ kind: 'paused', step, reason })
      told = reason
      await pause(lookAgainMs, run)
      reason = readBrakes(await database.query(look().join(';\n')), port.limits).reason
    }
    const milliseconds = Math.round(performance.now() - begun)
    spent += milliseconds
    port.emit({ kind: 'resumed', step, milliseconds })
  }
  return {
    questions: () => (performance.now() - asked < lookEveryMs ? [] : look()),
    async after(heldMs, answers) {
      if (answers.length > 0) {
        const brakes = readBrakes(answers, port.limits)
        speed = brakes.speed
        if (brakes.reason) braked = waitWhile(brakes.reason)
      }
      await braked
      if (speed < 1) await pause(heldMs * (1 / speed - 1), run)
    },
    spent: () => spent,
  }
}
