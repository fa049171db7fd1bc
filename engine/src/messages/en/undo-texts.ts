import { several, size } from './amounts.ts'

export const undoErrors = {
  'UNDO-NOTHING': {
    message: () => 'there is no run that could be undone',
    hint: () => 'Run `trueup history` for the runs of this database. Nothing was changed.',
  },
  'REDO-NOTHING': {
    message: () =>
      'there is no undo that could be taken back: nothing was undone, or another run came after it',
    hint: () => 'Run `trueup history`; `trueup undo <run>` takes back any run with everything after it.',
  },
  'UNDO-UNKNOWN': {
    message: (p: { id: number }) => `there is no run ${p.id} that did anything`,
    hint: (_: { id: number }) => 'Run `trueup history` for the runs of this database and their numbers.',
  },
  'UNDO-UNDONE': {
    message: (p: { id: number }) => `run ${p.id} is undone already`,
    hint: (_: { id: number }) => 'Take the undo back with `trueup redo`, or choose another run.',
  },
  'UNDO-NO-PICTURE': {
    message: (p: { id: number }) => `the journal does not hold what the database was before run ${p.id}`,
    hint: (_: { id: number }) =>
      'Nothing was changed. A backup from before that run can be restored; `trueup backup list` shows what there is.',
  },
  'PURGE-UNKNOWN': {
    message: (p: { object: string }) => `nothing is parked as "${p.object}"`,
    hint: (_: { object: string }) => 'Run `trueup parked` for what is. Nothing was purged.',
  },
  'PURGE-WHAT': {
    message: () => 'purge needs to be told what: an object, --run, or --older-than',
    hint: () => 'Run `trueup parked` for what is parked. What is purged never comes back.',
  },
  'PURGE-NEEDS-YES': {
    message: () => 'destroying what is parked needs a yes',
    hint: () => 'Run the command in a terminal to be asked, or add --yes.',
  },
}

export const undo = {
  nothing: () => 'Nothing to do: the database is what it was before.',
  undone: (p: { runs: readonly number[]; steps: number; seconds: string }) =>
    `Took back run ${p.runs.join(', ')}: ${several(p.steps, 'step')} in ${p.seconds} s; read back: the database is what it was. \`npx trueup redo\` does it again.`,
  redone: (p: { runs: readonly number[]; steps: number; seconds: string }) =>
    `Took back the undo (run ${p.runs.join(', ')}): ${several(p.steps, 'step')} in ${p.seconds} s; read back: the database is what it was.`,
  nothingParked: () => 'Nothing is parked.',
  parkedHeads: () => ['object', 'run', 'parked (UTC)', 'age', 'size', 'called now'],
  age: (p: { days: number; hours: number }) =>
    p.days > 0 ? several(p.days, 'day') : p.hours > 0 ? several(p.hours, 'hour') : 'less than an hour',
  size: (p: { bytes: number; estimated: boolean }) => `${p.estimated ? 'about ' : ''}${size(p.bytes)}`,
  purgeQuestion: (p: { count: number; database: string }) =>
    `Destroy ${several(p.count, 'parked object')} in ${p.database}? They never come back.`,
  purged: (p: { count: number }) => `Purged ${several(p.count, 'object')}.`,
  nothingToPurge: () => 'Nothing that is parked fits: nothing was purged.',
  typeStays: (p: { object: string }) => `${p.object} stays: something that is parked is made of it`,
  pinReleased: (p: { run: number }) => `The backup that was pinned to run ${p.run} may now be removed.`,
}
