import type { Database } from '../postgres/database.ts'
import { blockersOf } from './blockers.ts'
import type { Progress } from './events.ts'
import type { StepGroup } from './groups.ts'
import { readProgress } from './progress-query.ts'
import type { RunPort } from './run-port.ts'

/** Looks from a second session at what takes long in the first, and tells. */
export interface Watcher {
  during<Result>(group: StepGroup, work: () => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** What is done within this time is not watched: short work costs no second session. */
const patienceMs = 1_000
const lookEveryMs = 1_000

/** Watching is best effort: where the second session fails, only elapsed time is told. */
export function openWatcher(database: Database, port: RunPort): Watcher {
  let opening: Promise<Database | undefined> | undefined
  let blind = port.connect === undefined || !database.profile.sessionLocks
  const observer = () => {
    opening ??= port.connect?.().catch(() => undefined) ?? Promise.resolve(undefined)
    return opening
  }
  const look = async (group: StepGroup, elapsedMs: number) => {
    const session = blind ? undefined : await observer()
    const processId = database.processId
    const [step, target] = [group.first + 1, group.steps[0]?.target]
    if (!session || processId === undefined || target === undefined) return tell(step, undefined, elapsedMs)
    const blockers = await blockersOf(processId, session)
    if (blockers.length > 0)
      port.emit({
        kind: 'lock-wait',
        step,
        target,
        state: 'queued',
        blockers,
        waitedMs: elapsedMs,
        budgetMs: 0,
      })
    tell(step, await readProgress(processId, session), elapsedMs)
  }
  const tell = (step: number, progress: Omit<Progress, 'elapsedMs'> | undefined, elapsedMs: number) =>
    port.emit({ kind: 'progress', step, phase: 'running', ...progress, elapsedMs })

  return {
    async during(group, work) {
      const begun = performance.now()
      let looking: Promise<void> | undefined
      let timer = setTimeout(function again() {
        looking = look(group, Math.round(performance.now() - begun)).catch(() => {
          blind = true
        })
        void looking.then(() => {
          if (looking) timer = setTimeout(again, lookEveryMs)
        })
      }, patienceMs)
      try {
        return await work()
      } finally {
        clearTimeout(timer)
        const last = looking
        looking = undefined
        await last
      }
    },
    async close() {
      const session = await opening
      await session?.close().catch(() => {})
    },
  }
}
