export const createErrors = {
  'CREATE-UNKNOWN-TABLE': {
    message: (p: { names: readonly string[]; known: readonly string[] }) =>
      `the models have no table ${p.names.map((name) => `"${name}"`).join(', ')}`,
    hint: (p: { names: readonly string[]; known: readonly string[] }) =>
      `The tables are: ${p.known.join(', ')}.`,
  },
  'CREATE-ONLY-WITHOUT-MISSING': {
    message: () => '--only needs --missing',
    hint: () => 'Add --missing to create only some of the missing tables.',
  },
  'CREATE-NEEDS-TABLE': {
    message: (p: { table: string; needed: string }) =>
      `cannot create "${p.table}" alone: it refers to "${p.needed}", which is missing too`,
    hint: (p: { table: string; needed: string }) => `Add "${p.needed}" to --only, or leave --only away.`,
  },
  'CREATE-NAME-TAKEN': {
    message: (p: { table: string; needed: string; kind: string }) =>
      `cannot create "${p.table}": it refers to table "${p.needed}", but that name belongs to a ${p.kind}`,
    hint: (p: { table: string; needed: string; kind: string }) =>
      `Rename the ${p.kind} "${p.needed}" (or the table in the models) and run the command again. Nothing was changed.`,
  },
  'CREATE-STATEMENT': {
    message: (p: { object: string; problem: string; sqlstate: string; sql: string }) =>
      `could not create ${p.object}: ${p.problem}`,
    detail: (p: { object: string; problem: string; sqlstate: string; sql: string }) =>
      `SQLSTATE ${p.sqlstate} from:\n${p.sql}`,
    hint: () =>
      'Everything was rolled back: the database is as it was. Run `trueup verify` to see how existing objects differ from the models, and `trueup doctor` for privileges.',
  },
  'CREATE-NOT-PROVED': {
    message: (p: { objects: readonly string[] }) =>
      `what was created is not what the models say: ${p.objects.join(', ')}`,
    hint: () =>
      'Run `trueup verify` to see the differences. Something on the server (an event trigger, for example) may have changed the new objects.',
  },
  'CREATE-NEEDS-YES': {
    message: (p: { environment: string }) => `creating tables in ${p.environment} needs a yes`,
    hint: () => 'Run the command in a terminal to be asked, or add --yes.',
  },
}

export const create = {
  embeddedDefault: (p: { folder: string }) =>
    `DATABASE_URL is not set: using the embedded PostgreSQL in ${p.folder}`,
  environment: (p: { environment: string; place: string; version: string }) =>
    `${p.environment}: ${p.place} (${p.version})`,
  created: (p: { tables: number; partitions: number; seconds: string }) =>
    `Created ${p.tables} ${p.tables === 1 ? 'table' : 'tables'}${p.partitions > 0 ? ` with ${p.partitions} partitions` : ''} in ${p.seconds} s; read back: everything is as the models say.`,
  createdPartitions: (p: { partitions: number; seconds: string }) =>
    `Created ${p.partitions} ${p.partitions === 1 ? 'partition' : 'partitions'} in ${p.seconds} s; read back: everything is as the models say.`,
  createdOther: (p: { objects: number; seconds: string }) =>
    `Created ${p.objects} ${p.objects === 1 ? 'object' : 'objects'} in ${p.seconds} s; read back: everything is as the models say.`,
  nothing: (p: { seconds: string }) => `Nothing to create (${p.seconds} s).`,
  nothingInScript: () => '-- nothing to create',
  willMake: (p: { tables: string; statements: number }) =>
    `Will create: ${p.tables} (${p.statements} statements)`,
  missingWere: (p: { tables: string }) => `Missing: ${p.tables}`,
  differing: (p: { count: number }) =>
    `${p.count} ${p.count === 1 ? 'difference' : 'differences'} in what already exists; left untouched:`,
  next: () => 'Next: `npx trueup verify` compares everything with the models.',
  elsewhere: (p: { table: string; schema: string; path: string }) =>
    `note: a table "${p.table}" also exists in schema "${p.schema}", which comes first in search_path (${p.path}): queries without a schema find that one`,
  question: (p: { environment: string }) => `Create this in ${p.environment}?`,
  declined: () => 'Nothing was changed.',
}

export const verify = {
  equal: (p: { tables: number; seconds: string }) =>
    `The database is what the models say: ${p.tables} tables (${p.seconds} s).`,
  differs: (p: { count: number; seconds: string }) =>
    `${p.count} ${p.count === 1 ? 'difference' : 'differences'} between the database and the models (${p.seconds} s):`,
  next: () =>
    'Next: `npx trueup plan` shows what would make them equal; `npx trueup create --missing` creates missing tables alone.',
}
