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
  backup: () => 'write a consistent copy of the database, schema and rows, into a folder',
  'backup list': () => 'list the backups there are, with age and size',
  'backup verify': () => 'prove without a server that a backup is whole',
  create: () => 'create all tables of the models that the database lacks; never alters, never drops',
  doctor: () => 'find out why a connection or a command fails, and say what to do',
  explain: () => 'print the page of an error or a hazard; without a code, the list of all pages',
  history: () => 'show the runs of this database, or one of them step by step',
  plan: () => 'show what apply would do; changes nothing',
  pull: () => 'write an existing database as models or SQL; changes nothing in it',
  restore: () => 'load a backup into an empty database, or beside the tables that are there',
  runs: () => 'show what is running now; pause, resume or slow down a backfill',
  unlock: () => 'show who holds the run lock, and end it when its owner is proved gone',
  verify: () => 'compare the database with the models, table by table',
}

export const help = {
  usage: () =>
    'Usage: trueup <command> [options]\n\nKeeps a PostgreSQL database true to its models.\n\nCommands:',
  more: () => 'Run `trueup <command> --help` for its options.',
}

export const flags = {
  accept: () => 'a decision: drop:<object>, rename:<object>=<name>, … (may be repeated)',
  connections: () => 'how many connections work at the same time (default: one for each core, at most 4)',
  config: () => 'project file (default: trueup.config.ts here or in a folder above)',
  database: () => 'postgresql:// URL of the database, or the folder of an embedded one',
  decisions: () => 'a file of decisions: one a line, or a JSON list',
  drops: () => 'how accepted drops are carried out: now, or park (not available yet)',
  'dry-run': () => 'print the SQL and change nothing',
  env: () => 'environment: development, staging or production (default: APP_ENV, then development)',
  'exit-code': () => 'exit with 10 when there is something to do',
  force: () => 'overwrite files that are there',
  grants: () => 'compare and change owners, grants and default privileges as well',
  help: () => 'show this help',
  into: () => 'a schema to restore into, instead of the one the tables were in',
  json: () => 'print the result as JSON',
  keep: () => 'keep so many backups of this database and remove older ones',
  'keep-days': () => 'keep the backups of so many days and remove older ones',
  lang: () => 'language of all texts: en or ko',
  'lock-timeout': () => 'how long one try for a lock may make others queue: 500ms, 5s (default: 2s)',
  'lock-wait': () => 'how long to try for the locks of a step, all tries together (default: 5m)',
  'max-lag': () => 'a backfill pauses while a replica is further behind than this (default: 10s)',
  'max-load': () => 'a backfill pauses while more other sessions than this are active',
  missing: () => 'only the tables that are missing, with what belongs to them',
  'no-rehearsal': () => 'do not run the plan on a copy first',
  only: () => 'with --missing: only these tables, separated by commas',
  out: () => 'where to write: models.ts, schema.sql, a folder, catalog.json, or - for the standard output',
  'passphrase-file': () => 'a file whose first line encrypts the backup, or opens an encrypted one',
  pause: () => 'let the backfill of this run pause',
  'rehearse-on': () =>
    'rehearse on this empty database instead of the embedded one; it is emptied afterwards',
  resume: () => 'let the backfill of this run go on',
  schema: () =>
    'what the database should be: a module of Drizzle models, .sql files or folders (may be repeated), or a database URL or a saved catalog',
  schemas: () => 'only these PostgreSQL schemas, separated by commas',
  speed: () => 'let the backfill of this run go on at so many percent of its speed (1 to 100)',
  sql: () => 'print only the SQL',
  'statement-timeout': () =>
    'how long one statement may hold a lock that others queue behind; 0: no limit (default: what the plan says)',
  'terminate-blockers-after': () =>
    'end sessions that have been in the way for this long (default: nobody is ever ended)',
  tables: () => 'only these tables, separated by commas',
  to: () => 'the folder that backups are kept in (default: backups)',
  version: () => 'show the version',
  wait: () => 'how long to wait for another run to end: 30s, 10m, 1h (default: 10m)',
  yes: () => 'answer the question before a change with yes',
}
