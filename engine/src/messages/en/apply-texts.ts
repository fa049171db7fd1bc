import type { Blocker } from '../../apply/blocker.ts'

export const applyErrors = {
  'APPLY-LOCK': {
    message: (p: { object: string; waitedMs: number; blockers: readonly Blocker[] }) =>
      `could not lock ${p.object} within ${duration(p.waitedMs)}`,
    detail: (p: { object: string; waitedMs: number; blockers: readonly Blocker[] }) =>
      p.blockers.length > 0
        ? `In the way:\n${p.blockers.map(blocker).join('\n')}`
        : 'The session in the way could not be found.',
    hint: () =>
      'This step was rolled back and nobody is kept waiting. Run the command again when they are done, wait longer with --lock-wait, or have them ended with --terminate-blockers-after.',
  },
  'APPLY-UNFILLED': {
    message: (p: { object: string; sql: string }) => `rows of ${p.object} do not take their new values`,
    detail: (p: { object: string; sql: string }) => `Rows are still waiting for: ${p.sql}`,
    hint: () =>
      'No row has lost anything. Look for a trigger or rule of the table that drops or undoes this UPDATE, let it pass in the models, and run the command again.',
  },
  'USAGE-COUNT': {
    message: (p: { flag: string; text: string }) => `${p.flag} needs a whole number, not "${p.text}"`,
    hint: (p: { flag: string; text: string }) => `Write ${p.flag} 20, for example.`,
  },
  'APPLY-STOPPED': {
    message: (p: { applied: number; of: number }) =>
      p.applied === 0
        ? 'stopped: nothing was changed'
        : `stopped at a safe point: ${p.applied} of ${p.of} steps are applied`,
    hint: (p: { applied: number; of: number }): string =>
      p.applied === 0
        ? 'Run the command again at any time.'
        : 'Run the command again to go on from here. Nothing is half done.',
  },
}

/** What is told while a plan runs. */
export const apply = {
  steps: (p: { first: number; last: number; of: number }) =>
    p.first === p.last ? `step ${p.first} of ${p.of}` : `steps ${p.first}–${p.last} of ${p.of}`,
  step: (p: { step: number }) => `step ${p.step}`,
  finished: (p: { milliseconds: number }) => `done in ${duration(p.milliseconds)}`,
  phases: {
    running: () => 'running',
    backfill: () => 'filling in',
    initializing: () => 'beginning',
    'waiting for writers before build': () => 'waiting for writers before the build',
    'building index': () => 'building the index',
    'waiting for writers before validation': () => 'waiting for writers before the validation',
    'index validation: scanning index': () => 'validating: scanning the index',
    'index validation: sorting tuples': () => 'validating: sorting',
    'index validation: scanning table': () => 'validating: scanning the table',
    'waiting for old snapshots': () => 'waiting for old transactions',
    'waiting for readers before marking dead': () => 'waiting for readers before retiring the old index',
    'waiting for readers before dropping': () => 'waiting for readers before dropping the old index',
  } as Readonly<Record<string, () => string>>,
  units: { blocks: () => 'blocks', tuples: () => 'rows', lockers: () => 'sessions' },
  counted: (p: { done: string; total: string; unit: string; percent: number }) =>
    `${p.percent} % (${p.done} of ${p.total} ${p.unit})`,
  rows: (p: { rows: string }) => `${p.rows} rows changed`,
  rate: (p: { rows: string }) => `${p.rows} rows/s`,
  connections: (p: { count: number }) => `${p.count} connections`,
  left: (p: { seconds: number }) => `${duration(p.seconds * 1000)} left`,
  elapsed: (p: { milliseconds: number }) => duration(p.milliseconds),
  blocker,
  waitsForLock: (p: { object: string; waitedMs: number; budgetMs: number }) =>
    `could not lock ${p.object} yet (${duration(p.waitedMs)} of ${duration(p.budgetMs)}); nobody queues behind it meanwhile; in the way:`,
  queued: (p: { object: string; waitedMs: number }) =>
    `${p.object} waits for a lock since ${duration(p.waitedMs)}; in the way:`,
  waitsForTransactions: (p: { object: string; waitedMs: number; budgetMs: number }) =>
    `waiting for older transactions before ${p.object} (${duration(p.waitedMs)} of ${duration(p.budgetMs)}):`,
  nobodyFound: () => 'nobody that could be found',
  blockerEnded: (p: { ended: boolean; pid: number }) =>
    p.ended
      ? `ended session ${p.pid}, as --terminate-blockers-after asks`
      : `could not end session ${p.pid}: the role may not`,
  paused: {
    asked: () => 'paused, as asked',
    lag: (p: { lagMs: number; megabytes: number }) =>
      `paused: a replica is ${duration(p.lagMs)} and ${p.megabytes} MB behind`,
    load: (p: { active: number; limit: number }) =>
      `paused: ${p.active} sessions are active, limit ${p.limit}`,
  },
  resumed: (p: { milliseconds: number }) => `goes on after ${duration(p.milliseconds)}`,
  summary: (p: { applied: number; failed: number | undefined; notReached: number }) =>
    [
      `Applied: ${p.applied}`,
      p.failed === undefined ? '' : `failed: step ${p.failed}`,
      p.failed === undefined && p.notReached === 0
        ? ''
        : `not reached: ${p.notReached - (p.failed === undefined ? 0 : 1)}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  longestLock: (p: { milliseconds: number }) =>
    `No table was locked against readers or writers for longer than ${duration(p.milliseconds)}.`,
}

function blocker({ pid, user, application, state, type, query, ageMs, holds }: Blocker): string {
  const who = pid === undefined ? `prepared transaction "${query}"` : `session ${pid}`
  const facts = [
    user && `user ${user}`,
    application && `application "${application}"`,
    type !== 'client backend' && pid !== undefined && type,
    pid !== undefined && state,
    `for ${duration(ageMs)}`,
    holds.length > 0 && `holds ${holds.slice(0, 5).join(', ')}${holds.length > 5 ? ', …' : ''}`,
  ].filter(Boolean)
  return `${who} (${facts.join(', ')})${pid !== undefined && query ? `: ${query}` : ''}`
}

/** `850 ms`, `4.2 s`, `3 min 20 s`, `2 h 5 min` */
function duration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 10_000) return `${(milliseconds / 1_000).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1_000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
