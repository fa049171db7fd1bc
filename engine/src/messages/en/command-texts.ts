export const commandTexts = {
  error: () => 'error',
  detailLabel: () => 'detail',
  hintLabel: () => 'hint',
  causeLabel: () => 'cause',
  bug: () => 'This is a mistake of trueup itself. Please report it with the lines below:',
  interrupted: () => 'Interrupted: nothing was changed.',
}

export const commandSummaries = {
  apply: () => 'bring the database into agreement with the models, rows kept',
  create: () => 'create all tables of the models that the database lacks; never alters, never drops',
  doctor: () => 'find out why a connection or a command fails, and say what to do',
  plan: () => 'show what apply would do; changes nothing',
  verify: () => 'compare the database with the models, table by table',
}

export const help = {
  usage: () =>
    'Usage: trueup <command> [options]\n\nKeeps a PostgreSQL database true to its models.\n\nCommands:',
  more: () => 'Run `trueup <command> --help` for its options.',
}

export const flags = {
  accept: () => 'a decision: drop:<object>, rename:<object>=<name>, … (may be repeated)',
  config: () => 'project file (default: trueup.config.ts here or in a folder above)',
  database: () => 'postgresql:// URL of the database, or the folder of an embedded one',
  decisions: () => 'a file with one decision a line',
  'dry-run': () => 'print the SQL and change nothing',
  env: () => 'environment: development, staging or production (default: APP_ENV, then development)',
  'exit-code': () => 'exit with 10 when there is something to do',
  help: () => 'show this help',
  json: () => 'print the result as JSON',
  lang: () => 'language of all texts: en or ko',
  missing: () => 'only the tables that are missing, with what belongs to them',
  'no-rehearsal': () => 'do not run the plan on a copy first',
  only: () => 'with --missing: only these tables, separated by commas',
  schema: () =>
    'what the database should be: a module of Drizzle models, .sql files or folders (may be repeated)',
  sql: () => 'print only the SQL',
  version: () => 'show the version',
  yes: () => 'answer the question before a change with yes',
}
