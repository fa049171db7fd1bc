export interface PlaceFacts {
  readonly environment: string
  readonly where: string
}

export const planFileErrors = {
  'PLAN-FILE-UNREADABLE': {
    message: (p: { file: string; reason: string }) => `could not read the plan "${p.file}": ${p.reason}`,
    hint: () => 'Name a file that `trueup plan --out` has written.',
  },
  'PLAN-FILE-UNWRITABLE': {
    message: (p: { file: string; reason: string }) => `could not write the plan to "${p.file}": ${p.reason}`,
    hint: () => 'Name a file in a folder that exists and that you may write to.',
  },
  'PLAN-FILE-DAMAGED': {
    message: (p: { file: string; reason: 'not-json' | 'not-a-plan' | 'format' | 'checksum' }) =>
      `"${p.file}" is not a plan as trueup wrote it`,
    detail: (p: { file: string; reason: 'not-json' | 'not-a-plan' | 'format' | 'checksum' }) =>
      damages[p.reason] ?? damages.checksum,
    hint: () =>
      'Nothing was changed. Make the plan again with `trueup plan --out`, and change the models instead of the plan.',
  },
  'PLAN-OTHER-DATABASE': {
    message: (p: { planned: PlaceFacts; actual: PlaceFacts }) =>
      `the plan was made for another database: ${p.planned.where} (${p.planned.environment})`,
    detail: (p: { planned: PlaceFacts; actual: PlaceFacts }) =>
      `This command would change ${p.actual.where} (${p.actual.environment}).`,
    hint: () =>
      'Nothing was changed. Choose the database with --env or --database, or make a plan for this one.',
  },
  'PLAN-STALE': {
    message: (p: { objects: readonly { object: string; change: string }[] }) =>
      `the database has changed since the plan was made, in ${p.objects.length} ${p.objects.length === 1 ? 'object' : 'objects'} that it touches`,
    detail: (p: { objects: readonly { object: string; change: string }[] }) =>
      [
        ...p.objects.slice(0, 10).map(({ object, change }) => `${object} ${changes[change] ?? change}`),
        ...(p.objects.length > 10 ? [`and ${p.objects.length - 10} more`] : []),
      ].join('\n'),
    hint: () => 'Nothing was changed. Make the plan again and review it.',
  },
  'USAGE-PLAN-FILE-FLAG': {
    message: (p: { flag: string }) => `${p.flag} cannot go with a plan file`,
    hint: () => 'A plan file holds all decisions. Leave the option away, or make another plan.',
  },
}

const damages: Readonly<Record<'not-json' | 'not-a-plan' | 'format' | 'checksum', string>> = {
  'not-json': 'It is not JSON.',
  'not-a-plan': 'It has no plan in it.',
  format: 'Its format is that of another version of trueup.',
  checksum: 'Its checksum does not fit its content: it was edited, or damaged on the way.',
}

const changes: Readonly<Record<string, string>> = {
  changed: 'is not as it was',
  appeared: 'is new',
  gone: 'is gone',
}
