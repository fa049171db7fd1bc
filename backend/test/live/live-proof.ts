import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../app/config.ts'
import { openDatabase } from '../../app/db.ts'
import { checkInvariants } from '../../app/invariants/check-invariants.ts'
import { readScene } from '../../market/scene.ts'
import { startMarket } from '../../market/start-market.ts'
import type { Edit, LiveChange } from './live-changes.ts'
import type { LiveProject } from './live-project.ts'
import { watchLocks } from './watch-locks.ts'

export interface ProofOptions {
  readonly url: string
  readonly project: LiveProject
  readonly changes: readonly LiveChange[]
  readonly clients: number
  /** Operations a second. */
  readonly rate: number
  readonly quietMs: number
  readonly tell?: (felt: Felt) => void
}

/** What the market felt of one step; times in milliseconds. */
export interface Felt {
  readonly change: string
  readonly step: 'plan' | 'apply' | 'undo'
  readonly took: number
  readonly exitCode: number | null
  /** What the command said, where it failed. */
  readonly said: string
  /** The longest that a client waited for an answer. */
  readonly longest: number
  /** The longest that a client waited for a table. */
  readonly longestLock: number
}

export interface Proof {
  readonly felt: readonly Felt[]
  readonly operations: number
  readonly errors: readonly string[]
  /** Invariants that were found broken at any moment, and how often all were asked. */
  readonly broken: readonly string[]
  readonly checks: number
}

/**
 * Changes the models of a market that goes on, by the command line, there and back. The noise is what is felt while
 * the same change is only planned: that takes the same work of the machine, and no lock.
 */
export async function proveLive(options: ProofOptions): Promise<Proof> {
  const { url, project, changes, clients, rate, quietMs, tell } = options
  const variables = { DATABASE_URL: url, DATABASE_POOL_MAX: String(clients + 1) }
  const { db, close } = await openDatabase(
    readConfig({ root: project.folder, processEnvironment: variables }),
  )
  const scene = await readScene(db)
  if (scene === undefined) throw new Error('the market is empty')
  const market = startMarket(db, scene, { clients, rate, seed: 1 })
  const locks = await watchLocks(url, 'avatarbank')
  const guard = guardInvariants(db)
  const felt: Felt[] = []

  const step = async (change: LiveChange, name: Felt['step'], words: readonly string[]) => {
    market.longest()
    locks.longest()
    const start = performance.now()
    const { exitCode, stdout, stderr } = await project.trueup(...words, '--database', url)
    await sleep(quietMs)
    const one: Felt = {
      change: change.name,
      step: name,
      took: performance.now() - start,
      exitCode,
      said: exitCode === 0 ? '' : `${stdout}\n${stderr}`,
      longest: market.longest(),
      longestLock: locks.longest(),
    }
    felt.push(one)
    tell?.(one)
  }
  const conclude = async () => {
    const report = await market.stop()
    await locks.stop()
    const { broken, checks } = await guard.stop()
    await close()
    return { felt, operations: report.all.count, errors: report.errors, broken, checks }
  }
  try {
    for (const change of changes) {
      const { from, to, accept } = change
      if (from) await arrive(project, from, url)
      project.edit(to)
      await step(change, 'plan', ['plan', ...accepting(accept)])
      await step(change, 'apply', ['apply', '--yes', ...accepting(accept)])
      await step(change, 'undo', ['undo', '--yes'])
      if (from) await arrive(project, [], url, accept)
    }
  } catch (error) {
    await conclude()
    throw error
  }
  return conclude()
}

/** Brings the database to models without looking at what is felt. */
async function arrive(
  project: LiveProject,
  edits: readonly Edit[],
  url: string,
  accept?: readonly string[],
): Promise<void> {
  project.edit(edits)
  const { exitCode, stderr } = await project.trueup('apply', '--yes', '--database', url, ...accepting(accept))
  if (exitCode !== 0) throw new Error(`apply failed: ${stderr}`)
}

function accepting(decisions: readonly string[] = []): string[] {
  return decisions.flatMap((decision) => ['--accept', decision])
}

/** Asks the invariants again and again, each time in one snapshot; half of the time, to leave the market its turn. */
function guardInvariants(db: Parameters<typeof checkInvariants>[0]) {
  const broken = new Set<string>()
  let [running, checks] = [true, 0]
  const loop = (async () => {
    while (running) {
      const start = performance.now()
      for (const { invariant, breaches, examples } of await checkInvariants(db)) {
        if (breaches > 0) broken.add(`${invariant.id} ${invariant.name}: ${examples.join(', ')}`)
      }
      checks += 1
      await sleep(Math.max(1_000, performance.now() - start))
    }
  })()
  return {
    async stop() {
      running = false
      await loop
      return { broken: [...broken], checks }
    },
  }
}
