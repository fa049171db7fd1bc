import { several } from './amounts.ts'

export interface DriftPattern {
  readonly pattern: string
  readonly reason: 'no-text' | 'no-kind' | 'unknown-kind' | 'no-name'
}

const wrong: Readonly<Record<DriftPattern['reason'], string>> = {
  'no-text': 'is no text',
  'no-kind': 'has no kind of object before a colon',
  'unknown-kind': 'begins with a kind of object that there is none of',
  'no-name': 'has no name behind its colon',
}

export const driftErrors = {
  'DRIFT-NO-STATE': {
    message: (p: { where: string }) => `no run has left a state of ${p.where} that it could be compared with`,
    hint: (_: { where: string }) =>
      'Drift is told from what the last run left. Run `trueup apply` or `trueup create` first; `trueup verify` compares the database with the models.',
  },
  'DRIFT-PATTERN': {
    message: (p: DriftPattern) => `pattern "${p.pattern}" ${wrong[p.reason]}`,
    hint: (_: DriftPattern) =>
      'Write a kind and a name as reports show them, with * for any characters: table:public.tmp_*, index:*.users_*, *:audit.*.',
  },
  'DRIFT-ADOPT': {
    message: (p: { files: readonly string[]; objects: readonly string[] }) =>
      `with ${p.files.join(', ')} the models would still want something else: ${p.objects.slice(0, 5).join(', ')}${p.objects.length > 5 ? ` and ${p.objects.length - 5} more` : ''}`,
    detail: (_: { files: readonly string[]; objects: readonly string[] }) =>
      'The files are as they were, and nothing was adopted.',
    hint: (_: { files: readonly string[]; objects: readonly string[] }) =>
      'The models have changed these objects, too. Settle that by hand in the models, or take back what was done by hand with `trueup drift --revert --objects <pattern>`.',
  },
  'USAGE-DRIFT': {
    message: () => '--adopt and --revert are opposites',
    hint: () => 'Choose one; --objects limits either to some of the objects.',
  },
}

export const drift = {
  since: (p: { run: number; command: string; who: string; finished: string }) =>
    `compared with what run ${p.run} left (${p.command} by ${p.who}, ${p.finished} UTC)`,
  none: (p: { run: number }) => `No drift: the database is as run ${p.run} left it.`,
  found: (p: { count: number; run: number }) =>
    `${several(p.count, 'difference')} that no run made since run ${p.run}.`,
  ignored: (p: { count: number }) => `${several(p.count, 'difference')} left out by rules of the config.`,
  next: () =>
    'Next: keep it with `npx trueup drift --adopt <file>`, take it back with `npx trueup drift --revert`, or leave it out for good with `drift: { ignore: […] }` in trueup.config.ts.',
  missing: (p: { what: string }) => `${p.what}: is new`,
  unknown: (p: { what: string }) => `${p.what}: is gone`,
  altered: (p: { what: string; attribute: string; actual: string; wanted: string }) =>
    `${p.what}: ${p.attribute} was ${p.actual}, is ${p.wanted}`,
  byRun: (p: { run: number }) =>
    `partly the work of run ${p.run}, which did not come to its end; \`npx trueup apply\` goes on with it`,
  adoptHead: (p: { run: number; day: string }) =>
    `Done by hand since run ${p.run}, adopted on ${p.day}: brings the models to what the database is.`,
  adopted: (p: { count: number; files: readonly string[] }) =>
    `Adopted ${several(p.count, 'difference')} in ${p.files.join(', ')}; tried: the models want nothing else of these objects.`,
  adoptedUnproved: (p: { count: number; files: readonly string[] }) =>
    `Adopted ${several(p.count, 'difference')} in ${p.files.join(', ')}.`,
  adoptSource: (p: { file: string }) => `Add ${p.file} to \`schema\` in trueup.config.ts.`,
  adoptReplaces: (p: { file: string }) =>
    `${p.file} holds the whole database: let \`schema\` in trueup.config.ts name it alone.`,
  notRemembered: (p: { role: string }) =>
    `note: role "${p.role}" may not write the journal (schema "trueup"), so the same drift will be shown again`,
  reverted: (p: { steps: number; run: number; seconds: string }) =>
    `Took back what was done by hand, in ${several(p.steps, 'step')} (${p.seconds} s); read back: it is as run ${p.run} left it.`,
  beforeRun: (p: { run: number }) =>
    `note: the database has changed since run ${p.run} left it. What was done by hand is not told apart any more once this run has ended; \`npx trueup drift\` shows it.`,
  amongDifferences: (p: { count: number; run: number }) =>
    `${several(p.count, 'difference')} of these ${p.count === 1 ? 'is' : 'are'} drift: made by no run since run ${p.run}. \`npx trueup drift\` shows more.`,
  pendingOnly: (p: { run: number }) =>
    `The database is as run ${p.run} left it: it is the models that have changed since.`,
}
