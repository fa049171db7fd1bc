import { TrueupError } from '../errors/trueup-error.ts'
import type { BegunRun } from '../journal/read-undone.ts'

export interface ChosenRuns {
  /** The run before which the database is to be again. */
  readonly first: number
  /** All that happened since, in order, whether it still stands or not. */
  readonly since: readonly BegunRun[]
  /** The last of them that has left a picture of the database. */
  readonly told: number | undefined
  /** Those that are taken back. */
  readonly undoes: readonly number[]
}

/**
 * What an undo takes back: the run named and everything after it; unnamed, the last run that still stands and is no
 * undo itself. A redo takes back the last undo, when nothing else has happened since. What stopped half way is gone on
 * with by the same command, and taken back by the opposite one.
 * @throws UNDO-NOTHING, REDO-NOTHING, UNDO-UNKNOWN, UNDO-UNDONE
 */
export function chooseRuns(
  command: 'undo' | 'redo',
  runs: readonly BegunRun[],
  wanted: number | undefined,
): ChosenRuns {
  const last = wanted !== undefined ? named(wanted, runs) : command === 'undo' ? toUndo(runs) : toRedo(runs)
  const first = command === 'redo' ? beginningOf(last, runs) : last
  const since = runs.filter(({ id }) => id >= first.id)
  const undoes = since.flatMap(({ id, state }) => (state === 'undone' && id > last.id ? [] : [id]))
  return { first: first.id, since, told: since.findLast(({ hasPicture }) => hasPicture)?.id, undoes }
}

function toUndo(runs: readonly BegunRun[]): BegunRun {
  const isBroken = ({ command, state }: BegunRun) => command === 'redo' && state !== 'done'
  const last = runs.findLast((run) => stands(run) && (isForward(run) || isBroken(run)))
  if (!last) throw new TrueupError('UNDO-NOTHING', undefined)
  return last
}

function toRedo(runs: readonly BegunRun[]): BegunRun {
  const halves = runs.flatMap((run) => (isHalf(run, 'redo') ? [run.id] : []))
  // one that only took back what a redo had begun has changed nothing
  const isVain = ({ undoes }: BegunRun) => undoes.length > 0 && undoes.every((id) => halves.includes(id))
  const isUndo = (run: BegunRun) => run.command === 'undo' && !isVain(run)
  const last = runs.findLast((run) => stands(run) && (isForward(run) || isUndo(run)))
  if (last?.command !== 'undo') throw new TrueupError('REDO-NOTHING', undefined)
  return last
}

/** An undo that went on with others that had stopped half way began with the first of them. */
function beginningOf(undo: BegunRun, runs: readonly BegunRun[]): BegunRun {
  let first = undo
  for (const run of runs.slice(0, runs.indexOf(undo)).toReversed()) {
    if (!isHalf(run, 'undo') || !undo.undoes.includes(run.id)) break
    first = run
  }
  return first
}

function stands({ state, hasEffect }: BegunRun): boolean {
  return state !== 'undone' && hasEffect
}

function isForward({ command }: BegunRun): boolean {
  return command !== 'undo' && command !== 'redo'
}

function isHalf(run: BegunRun, command: 'undo' | 'redo'): boolean {
  return run.command === command && !run.isWhole
}

function named(wanted: number, runs: readonly BegunRun[]): BegunRun {
  const run = runs.find(({ id }) => id === wanted)
  if (!run) throw new TrueupError('UNDO-UNKNOWN', { id: wanted })
  if (run.state === 'undone') throw new TrueupError('UNDO-UNDONE', { id: wanted })
  return run
}
