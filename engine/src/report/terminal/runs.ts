import { pathOf } from '../../catalog/identify.ts'
import type { RunDetails, RunRecord, StepRecord } from '../../journal/read-runs.ts'
import type { Messages } from '../../messages/catalogue.ts'
import type { LockHolder } from '../../run-lock/holder.ts'
import { alignColumns } from './columns.ts'

/** One line for each run, the newest first. */
export function historyLines(runs: readonly RunRecord[], { runs: texts }: Messages): string[] {
  if (runs.length === 0) return [texts.noHistory()]
  const rows = runs.map((run) => [
    String(run.id),
    minute(run.started),
    texts.states[run.state](),
    run.command,
    run.environment,
    texts.stepCount({ done: Number(run.done), steps: Number(run.steps) }),
    seconds(run.milliseconds, texts),
    `${run.osUser}@${run.osHost}`,
    run.problem?.split('\n')[0] ?? '',
  ])
  return alignColumns([texts.historyHeads(), ...rows], [0])
}

export function runLines(run: RunDetails, { runs: texts }: Messages): string[] {
  const { started, finished, osUser, osHost, role, toolVersion, environment } = run
  return [
    texts.runTitle({ id: run.id, command: run.command, environment, state: texts.states[run.state]() }),
    texts.runTimes({ started, finished, seconds: seconds(run.milliseconds, texts) }),
    texts.runWho({ who: `${osUser}@${osHost}`, role, application: run.application, toolVersion }),
    ...(run.problem ? [texts.runProblem({ problem: run.problem })] : []),
    '',
    ...alignColumns(
      run.stepRecords.map((step) => stepCells(step, texts)),
      [0],
    ),
  ]
}

/** What is at work now, with the step it is at. */
export function runningLines(
  runs: readonly RunDetails[],
  holder: LockHolder | null,
  { runs: texts }: Messages,
): string[] {
  if (!holder)
    return [
      texts.nobodyRuns(),
      ...(runs.length > 0 ? [texts.diedRuns({ ids: runs.map(({ id }) => id) })] : []),
    ]
  return [
    texts.lockHeld({ holder }),
    ...runs.flatMap((run) => {
      const { id, command, environment, paused, speed, started } = run
      const begun = run.stepRecords.filter(({ state }) => state === 'running')
      return [
        texts.runningLine({
          id,
          command,
          environment,
          started,
          who: `${run.osUser}@${run.osHost}`,
          done: Number(run.done),
          steps: Number(run.steps),
        }),
        ...(paused ? [`  ${texts.pausedNow()}`] : speed < 100 ? [`  ${texts.slowedNow({ speed })}`] : []),
        ...alignColumns(begun.map((step) => ['', ...stepCells(step, texts)])),
      ]
    }),
  ]
}

function stepCells(step: StepRecord, texts: Messages['runs']): string[] {
  const { kind, target, state, attempts, done, total, unit, problem } = step
  return [
    String(step.step),
    texts.states[state](),
    `${kind} ${pathOf(target)}`,
    seconds(step.milliseconds, texts),
    [
      ...(total !== null ? [`${done ?? 0}/${total} ${unit ?? ''}`] : []),
      ...(attempts > 1 ? [texts.attempts({ attempts })] : []),
      ...(problem ? [problem.split('\n')[0] ?? ''] : []),
    ].join(', '),
  ]
}

function minute(time: string): string {
  return time.slice(0, 16).replace('T', ' ')
}

function seconds(milliseconds: number | null, texts: Messages['runs']): string {
  return milliseconds === null ? '' : texts.took({ seconds: (milliseconds / 1000).toFixed(2) })
}
