import type { Question } from '../../decide/questions.ts'
import { amount, duration, rows, several, size } from './amounts.ts'
import { questionWords } from './question-words.ts'

export const plan = {
  nothing: () => 'Nothing to do: the database is what the models say.',
  nothingLeft: (p: { file: string }) => `Nothing to do: all that ${p.file} changes is as planned.`,
  headline: (p: {
    steps: number
    created: number
    altered: number
    renamed: number
    parked: number
    returned: number
    dropped: number
  }) =>
    `Plan: ${several(p.steps, 'step')}. ${[
      [p.created, 'to create'],
      [p.altered, 'to alter'],
      [p.renamed, 'to rename'],
      [p.returned, 'to bring back'],
      [p.parked, 'to park'],
      [p.dropped, 'to drop'],
    ]
      .filter(([count]) => count !== 0)
      .map(([count, what]) => `${count} ${what}`)
      .join(', ')}`,
  strongestLock: () => 'strongest lock',
  lockOn: (p: { mode: string; tables: readonly string[] }) =>
    `${p.mode} on ${p.tables.slice(0, 3).join(', ')}${p.tables.length > 3 ? ` and ${p.tables.length - 3} more` : ''}`,
  noLock: () => 'none on existing tables',
  losses: () => 'losses',
  kept: () => 'parked',
  loss: (p: { what: string; held: string }) => `${p.what}${p.held === '' ? '' : `: ${p.held}`}`,
  heldRows: (p: { count: number }) => rows(p.count),
  heldValues: (p: { count: number }) => several(p.count, 'value'),
  rowsLabel: () => 'rows involved',
  rowsInvolved: (p: { rows: number; exact: boolean; tables: number }) =>
    `${amount(p.rows, p.exact)} in ${several(p.tables, 'table')}`,
  time: () => 'estimated time',
  timeEstimate: (p: { milliseconds: number; blockedMs: number }) =>
    `${duration(p.milliseconds)}${p.blockedMs >= 1000 ? `; writers to a table wait for up to ${duration(p.blockedMs).replace('about ', '')}` : ''}`,
  hazards: () => 'hazards',
  tableSize: (p: { rows: number; exact: boolean; bytes: number }) =>
    `${rows(p.rows, p.exact)}, ${size(p.bytes)}`,
  newObject: () => 'new',
  stepLock: (p: { lock: string; milliseconds: number }) => `${p.lock}, for ${duration(p.milliseconds)}`,
  stepTime: (p: { milliseconds: number }) => duration(p.milliseconds),
  stepLimit: (p: { seconds: number }) => `given up after ${p.seconds} s`,
  ownTransaction: () => 'in a transaction of its own',
  noTransaction: () => 'outside any transaction',
  inBatches: () => 'in batches, each in a short transaction',
  way: () => 'way back',
  notExact: (p: { reason: string }) => `not exact: ${p.reason}`,
  undoRowsGone: (p: { what: string; held: string }) =>
    `${p.what} would come back empty${p.held === '' ? '' : `, without its ${p.held}`}`,
  undoValuesGone: (p: { what: string }) =>
    `rows that had a removed value of ${p.what} keep what they have then`,
  undoFilled: (p: { what: string }) => `values that were filled into ${p.what} stay`,
  undoComputed: (p: { what: string }) => `values of ${p.what} that were computed anew are not computed back`,
  unmodelled: () => 'Met and left as it is, because trueup does not model it:',
  rowsInTheWay: () => 'Rows in the way; nothing can be changed before this is settled:',
  open: (p: { count: number }) => `${several(p.count, 'decision is', 'decisions are')} needed first:`,
  openDrop: (p: { what: string; held: string }) =>
    `${p.what} would go${p.held === '' ? '' : `, with ${p.held}`}`,
  openUndo: (p: { what: string; about: Question['about'] }) => `${p.what} ${questionWords[p.about]}`,
  rehearsed: (p: { steps: number; version: string }) =>
    `Rehearsed on a copy without rows (${p.version}): ${p.steps === 1 ? 'the step works' : `all ${p.steps} steps work`}, locks are as declared, and the outcome is what the models say.`,
  wayBackExact: () => 'The way back was rehearsed after it, and leads exactly to where it began.',
  wayBackDiffers: (p: { objects: readonly string[] }) =>
    `The way back was rehearsed after it, and would leave these different: ${p.objects.slice(0, 5).join(', ')}${p.objects.length > 5 ? ` and ${p.objects.length - 5} more` : ''}.`,
  wayBackFailed: (p: { object: string; problem: string }) =>
    `The way back was rehearsed after it, and failed at ${p.object}: ${p.problem}`,
  rehearsedOtherMajor: (p: { server: string }) => `The database itself is ${p.server}.`,
  notRehearsed: (p: { reason: string }) => `Not rehearsed: a copy could not be made (${p.reason}).`,
  rehearsalSkipped: () => 'Not rehearsed, as asked.',
  rehearsalWaits: () => 'Not rehearsed yet: that follows once the decisions are made.',
  explain: (p: { code: string }) => `More about a hazard: npx trueup explain ${p.code}`,
  next: () => 'Next: `npx trueup apply` runs this plan.',
  saved: (p: { file: string }) =>
    `Saved to ${p.file}. \`npx trueup apply ${p.file}\` runs exactly this plan.`,
  question: (p: { environment: string }) => `Apply this to ${p.environment}?`,
  applied: (p: { steps: number; seconds: string }) =>
    `Applied ${several(p.steps, 'step')} in ${p.seconds} s; read back: the database is what the models say.`,
  appliedFile: (p: { steps: number; seconds: string; file: string }) =>
    `Applied ${several(p.steps, 'step')} of ${p.file} in ${p.seconds} s; read back: all that it touched is as planned.`,
  scriptHead: () =>
    'The same steps as `trueup apply` runs. apply also retries locks, guards against changes since, and proves the outcome.',
  scriptBatches: () => 'apply does this in batches; here it is one statement',
  scriptSecret: () => 'a secret belongs here: put it in place of the marker',
}

/** Questions to somebody at a terminal. */
export const ask = {
  loss: (p: { what: string; held: string }) =>
    `${p.what} is not in the models${p.held === '' ? '' : ` and holds ${p.held}`}. What happened to it?`,
  drop: () => 'it can go, with what it holds',
  renamed: (p: { name: string }) => `it is called "${p.name}" now`,
  undo: (p: { what: string; about: Question['about'] }) =>
    `${p.what} ${questionWords[p.about]}. What shall become of it?`,
  putBack: () => 'what it was before the run',
  leave: () => 'it stays as it is now',
  stop: () => 'stop here and change nothing',
  backfill: (p: { column: string; rows: number }) =>
    `"${p.column}" must not be null, and ${rows(p.rows)} ${p.rows === 1 ? 'is' : 'are'} there already. Their value, as an SQL expression?`,
  backfillEmpty: () => "An expression is needed, for example 0 or 'unknown' or lower(email).",
  sameAs: (p: { words: readonly string[] }) => `The same without questions: ${p.words.join(' ')}`,
}
