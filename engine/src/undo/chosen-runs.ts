import { TrueupError } from '../errors/trueup-error.ts'
import type { EffectiveRun } from '../journal/read-undone.ts'

export interface ChosenRuns {
  /** The run before which the database is to be again. */
  readonly first: number
  /** All that happened since, in order, whether it still stands or not. */
  readonly since: readonly EffectiveRun[]
  /** Those of them that still stand. */
  readonly undoes: readonly number[]
}

/**
 * What an undo takes back: the run named and everything after it; unnamed, the last run that still stands and is no
 * undo itself. A redo takes back the last undo, when nothing else has happened since.
 * @throws UNDO-NOTHING, REDO-NOTHING, UNDO-UNKNOWN, UNDO-UNDONE
 */
export function chooseRuns(
  command: 'undo' | 'redo',
  runs: readonly EffectiveRun[],
  wanted: number | undefined,
): ChosenRuns {
  const first = wanted === undefined ? lastOf(command, runs) : named(wanted, runs)
  const since = runs.filter(({ id }) => id >= first)
  return { first, since, undoes: since.flatMap(({ id, state }) => (state === 'undone' ? [] : [id])) }
}

function lastOf(command: 'undo' | 'redo', runs: readonly EffectiveRun[]): number {
  const standing = runs.filter(({ state }) => state !== 'undone')
  if (command === 'undo') {
    const last = standing.findLast(isForward)
    if (!last) throw new TrueupError('UNDO-NOTHING', undefined)
    return last.id
  }
  const last = standing.findLast((run) => run.command === 'undo' || isForward(run))
  if (last?.command !== 'undo') throw new TrueupError('REDO-NOTHING', undefined)
  return last.id
}

function isForward({ command }: EffectiveRun): boolean {
  return command !== 'undo' && command !== 'redo'
}

function named(wanted: number, runs: readonly EffectiveRun[]): number {
  const run = runs.find(({ id }) => id === wanted)
  if (!run) throw new TrueupError('UNDO-UNKNOWN', { id: wanted })
  if (run.state === 'undone') throw new TrueupError('UNDO-UNDONE', { id: wanted })
  return run.id
}
