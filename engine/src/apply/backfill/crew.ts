import type { Run } from '../run.ts'
import { type Filler, otherFiller, ownFiller } from './filler.ts'
import { judgeHelp } from './judge-help.ts'

/** Sessions that fill together: the run's own, and others that are opened where there is much to do. */
export interface Crew {
  readonly own: Filler
  /** Those beside our own, opened at the first call; fewer than wished where the server gives no more. */
  others(): Promise<readonly Filler[]>
  /** False when the others turned out to be of no help: then they stop. */
  areOfHelp(): boolean
  /** How many are at work, the own one among them. */
  connections(): number
  /** Of the others, as far as they are known. */
  processIds(): readonly number[]
  close(): Promise<void>
}

export function openCrew(run: Run): Crew {
  const own = ownFiller(run)
  let others: Promise<readonly Filler[]> | undefined
  let opened: readonly Filler[] = []
  let isOfHelp = () => true
  const open = async () => {
    opened = await openOthers(run)
    isOfHelp = judgeHelp(own.size, 1 + opened.length)
    return opened
  }
  return {
    own,
    others() {
      others ??= open()
      return others
    },
    areOfHelp: () => isOfHelp(),
    connections: () => (isOfHelp() ? 1 + opened.length : 1),
    processIds: () => opened.flatMap(({ run }) => run.database.processId ?? []),
    async close() {
      for (const { run } of (await others) ?? []) await run.database.close().catch(() => {})
    },
  }
}

async function openOthers(run: Run): Promise<readonly Filler[]> {
  const { connect, companions, limits } = run.port
  const proof = companions.fenceBeside()
  if (!connect || proof === undefined) return []
  const sessions = await Promise.allSettled(Array.from({ length: limits.connections - 1 }, connect))
  return sessions.flatMap((session) =>
    session.status === 'fulfilled' ? [otherFiller(session.value, proof, run)] : [],
  )
}
