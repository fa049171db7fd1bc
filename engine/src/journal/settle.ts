import { kindOf } from '../catalog/identify.ts'
import type { Plan } from '../plan/plan.ts'
import { whereJournalled } from './ensure-journal.ts'
import type { UnfinishedRun } from './journal-head.ts'
import { takeBack } from './take-back.ts'

/** What became of a run that died, as its database shows. */
export interface Settlement {
  readonly run: UnfinishedRun
  /** Numbers of the steps that had been begun and are found done, or not. */
  readonly done: readonly number[]
  readonly failed: readonly number[]
  /** No step is left undone: it died between its last step and its last word. */
  readonly isComplete: boolean
}

/**
 * Steps that committed said so in the same transaction; in doubt is only one that ran outside of any. The database
 * answers through the plan made from it now: a step that is there again, or whose remains are to be dropped first,
 * has not been done.
 */
export function settle(run: UnfinishedRun, now: Plan): Settlement {
  const planned = new Set(now.steps.map(({ kind, target }) => `${kind} ${target}`))
  const isOpen = ({ kind, target }: UnfinishedRun['steps'][number]) =>
    planned.has(`${kind} ${target}`) || planned.has(`drop-${kindOf(target)} ${target}`)
  const begun = run.steps.filter(({ state }) => state === 'running' || state === 'in doubt')
  const failed = begun.filter(isOpen).map(({ step }) => step)
  const done = begun.filter((each) => !isOpen(each)).map(({ step }) => step)
  const isComplete = run.steps.every(({ state, step }) => state === 'done' || done.includes(step))
  return { run, done, failed, isComplete }
}

/** The settlement as one statement, for a transaction that holds the run lock. */
export function settleStatement({ run, done, failed, isComplete }: Settlement): string {
  const died = diedAt(run)
  const state = isComplete ? 'done' : 'failed'
  const takesBack = isComplete && (run.command === 'undo' || run.command === 'redo')
  const problem = isComplete ? 'NULL' : `'died at step ${died}'`
  const steps = (numbers: readonly number[], outcome: string) =>
    numbers.length === 0
      ? ''
      : `UPDATE trueup.steps SET state = '${outcome}', finished = coalesce(finished, clock_timestamp())
         WHERE run = ${run.id} AND step IN (${numbers.join(', ')});`
  return whereJournalled(`${steps(done, 'done')} ${steps(failed, 'failed')}
    UPDATE trueup.runs SET state = '${state}', problem = ${problem}, finished = clock_timestamp()
    WHERE id = ${run.id} AND state IN ('pending', 'running', 'in doubt');
    ${takesBack ? takeBack(`id = ${run.id}`) : ''}`)
}

/** The first step that was not known to be done when the run died. */
export function diedAt({ steps }: UnfinishedRun): number {
  return (steps.find(({ state }) => state !== 'done') ?? steps.at(-1))?.step ?? 0
}
