import type { LockHolder } from '../../run-lock/holder.ts'
import type { AliveReason } from '../../run-lock/unlock.ts'

export const runErrors = {
  'RUN-LOCK-BUSY': {
    message: (p: { holder: LockHolder | undefined; waitedMs: number }) =>
      `another run is at work on this database${p.holder ? `: ${holderText(p.holder)}` : ''}`,
    detail: (p: { holder: LockHolder | undefined; waitedMs: number }) =>
      `Waited for ${Math.round(p.waitedMs / 1000)} s.`,
    hint: () =>
      'Wait longer with --wait 30m, watch the other run with `trueup runs`, or, when nobody is behind it any more, run `trueup unlock`.',
  },
  'RUN-LOCK-LOST': {
    message: () => 'the run lock was lost: another run may have begun',
    hint: () => 'Run the same command again: it looks at the database and goes on from there.',
  },
  'JOURNAL-NEWER': {
    message: (p: { format: number; known: number; toolVersion: string }) =>
      `the journal of this database has format ${p.format}, written by trueup ${p.toolVersion}; this one knows up to ${p.known}`,
    hint: (p: { format: number; known: number; toolVersion: string }) =>
      `Update trueup to ${p.toolVersion} or newer. Nothing was changed.`,
  },
  'JOURNAL-DENIED': {
    message: (p: { role: string; database: string }) =>
      `role "${p.role}" may not write the journal (schema "trueup") in database "${p.database}"`,
    detail: () =>
      'This plan takes several transactions. Without a journal nobody could tell how far it got if it were interrupted.',
    hint: (p: { role: string; database: string }) =>
      `As the owner of the database: GRANT CREATE ON DATABASE "${p.database}" TO "${p.role}"; where schema "trueup" exists already: GRANT USAGE, CREATE ON SCHEMA trueup TO "${p.role}"; GRANT ALL ON ALL TABLES IN SCHEMA trueup TO "${p.role}"; then run the command again. Nothing was changed.`,
  },
}

export const runUsageErrors = {
  'USAGE-DURATION': {
    message: (p: { flag: string; text: string }) => `"${p.text}" is no duration for ${p.flag}`,
    hint: (p: { flag: string; text: string }) => `Write a number and a unit: ${p.flag} 30s, 10m or 1h.`,
  },
  'USAGE-RUN-NUMBER': {
    message: (p: { word: string }) => `"${p.word}" is no number of a run`,
    hint: (_: { word: string }) => 'Run `trueup history` for the runs of this database and their numbers.',
  },
  'USAGE-CONTROL': {
    message: () => 'a run can be paused, resumed, or slowed down to 1 to 100 percent',
    hint: () => 'Write one of --pause, --resume and --speed 25 (with --resume, if you like).',
  },
  'RUN-UNKNOWN': {
    message: (p: { id: number }) => `there is no run ${p.id} in the journal of this database`,
    hint: (_: { id: number }) => 'Run `trueup history` for the runs of this database and their numbers.',
  },
  'RUN-NOT-AT-WORK': {
    message: (p: { id: number | undefined }) =>
      p.id === undefined ? 'no run is at work on this database' : `run ${p.id} is not at work`,
    hint: (_: { id: number | undefined }) =>
      'Run `trueup runs` to see what is at work, `trueup history` for what was.',
  },
}

/** Who holds the run lock, in half a line. */
function holderText(holder: LockHolder): string {
  if (holder.kind === 'lease')
    return `${holder.owner.osUser}@${holder.owner.osHost} (role "${holder.owner.role}"), since ${holder.owner.since}`
  const { pid, role, application, address } = holder
  return `process ${pid}${application ? `, "${application}"` : ''}${role ? ` of role "${role}"` : ''}${address ? ` from ${address}` : ''}`
}

export const runs = {
  holder: holderText,
  waiting: (p: { holder: LockHolder | undefined; seconds: number }) =>
    `waiting for another run to end (${p.seconds} s)${p.holder ? `: ${holderText(p.holder)}` : ''}`,
  roleLimits: (p: { statementTimeout: string; lockTimeout: string }) =>
    `note: through this pooler, steps outside of transactions run under the role's own limits (statement_timeout ${p.statementTimeout}, lock_timeout ${p.lockTimeout}); a long index build may be cancelled by them. A direct connection has no such limits`,
  notJournalled: (p: { role: string }) =>
    `note: role "${p.role}" may not write the journal (schema "trueup"): this run will not be in the history`,
  found: (p: {
    id: number
    who: string
    command: string
    started: string
    step: number
    steps: number
    what: string
  }) =>
    `found run ${p.id} (${p.command} by ${p.who}, ${p.started}): it died at step ${p.step} of ${p.steps}, ${p.what}`,
  foundDone: () => 'the step had been done; going on from there',
  foundFailed: () => 'the step had not been done and is planned again',
  foundNothing: () => 'nothing was under way; going on from there',
  states: {
    pending: () => 'pending',
    running: () => 'running',
    done: () => 'done',
    'in doubt': () => 'in doubt',
    failed: () => 'failed',
    undone: () => 'undone',
  },
  noHistory: () => 'No runs yet: this database has no journal.',
  historyHeads: () => ['run', 'started (UTC)', 'state', 'command', 'environment', 'steps', 'time', 'who', ''],
  took: (p: { seconds: string }) => `${p.seconds} s`,
  stepCount: (p: { done: number; steps: number }) =>
    p.done === p.steps ? `${p.steps}` : `${p.done} of ${p.steps}`,
  runTitle: (p: { id: number; command: string; environment: string; state: string }) =>
    `Run ${p.id}: ${p.command} in ${p.environment}, ${p.state}`,
  runTimes: (p: { started: string; finished: string | null; seconds: string }) =>
    `  ${p.started}${p.finished ? ` to ${p.finished} (${p.seconds})` : ', not finished'}`,
  runWho: (p: { who: string; role: string; application: string; toolVersion: string }) =>
    `  ${p.who}, role "${p.role}", ${p.application || 'trueup'} ${p.toolVersion}`,
  runProblem: (p: { problem: string }) => `  ${p.problem}`,
  attempts: (p: { attempts: number }) => `${p.attempts} tries`,
  nobodyRuns: () => 'Nothing is running on this database.',
  diedRuns: (p: { ids: readonly number[] }) =>
    `Died on the way: run ${p.ids.join(', ')}. The next \`trueup apply\` looks at the database and goes on from there.`,
  lockHeld: (p: { holder: LockHolder }) => `The run lock is held by ${holderText(p.holder)}.`,
  runningLine: (p: {
    id: number
    command: string
    environment: string
    started: string
    who: string
    done: number
    steps: number
  }) =>
    `Run ${p.id}: ${p.command} in ${p.environment} by ${p.who} since ${p.started}, ${p.done} of ${p.steps} steps done`,
  pausedNow: () => 'paused; go on with `trueup runs --resume`',
  slowedNow: (p: { speed: number }) => `slowed down to ${p.speed} % of its speed`,
  asked: (p: { id: number }) => `Run ${p.id} has been asked; a backfill obeys after the batch that it is at.`,
  lockFree: () => 'Nobody holds the run lock.',
  lockEnded: (p: { holder: LockHolder }) =>
    `Ended the run lock of ${holderText(p.holder)}: its owner was gone.`,
  lockAlive: (p: { holder: LockHolder; reason: AliveReason }) =>
    `The run lock is held by ${holderText(p.holder)}. It stays: ${aliveText[p.reason]}.`,
}

const aliveText: Readonly<Record<AliveReason, string>> = {
  working: 'the server is at work on one of its statements right now',
  'heard-of': 'its owner was heard of a moment ago; try again in two minutes if you know it is gone',
  invisible: 'this role may not see what that session does; ask as the same role or as a superuser',
  'may-not-end': 'this role may not end that session; ask as the same role or as a superuser',
}
