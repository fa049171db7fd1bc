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
  drift: () => 'show what was changed by hand since the last run; adopt it or take it back',
  explain: () => 'print the page of an error or a hazard; without a code, the list of all pages',
  history: () => 'show the runs of this database, or one of them step by step',
  parked: () => 'list what was dropped and can still come back',
  plan: () => 'show what apply would do; changes nothing',
  pull: () => 'write an existing database as models or SQL; changes nothing in it',
  purge: () => 'destroy what is parked: objects, those of a run, or those of some age',
  redo: () => 'take back the last undo',
  restore: () => 'load a backup into an empty database, or beside the tables that are there',
  runs: () => 'show what is running now; pause, resume or slow down a backfill',
  undo: () => 'take back the last run, or a run with everything after it, rows included',
  unlock: () => 'show who holds the run lock, and end it when its owner is proved gone',
  verify: () => 'compare the database with the models, table by table',
}

/** What the shell sees, where a command tells more than whether it failed. */
export const commandExits = {
  apply: () => '0 done, 1 failed, 4 a decision or the name of the database is needed, 5 refused',
  drift: () => '0 no drift, 1 failed, 6 something was changed by no run',
  plan: () =>
    '0 made, 1 failed, 4 a decision is needed, 5 rows are in the way, 10 with --exit-code: there is something to do',
  verify: () =>
    '0 equal, 1 failed, 3 not what the models say, 6 the same, and something was changed by no run',
}

export const help = {
  usage: () =>
    'Usage: trueup <command> [options]\n\nKeeps a PostgreSQL database true to its models.\n\nCommands:',
  exits: (p: { codes: string }) => `Exit codes: ${p.codes}`,
  more: () => 'Run `trueup <command> --help` for its options.',
}

export const flags = {
  accept: () => 'a decision: drop:<object>, rename:<object>=<name>, … (may be repeated)',
  adopt: () => 'write what was changed by hand: SQL in a .sql file, or the whole database as pull does',
  'confirm-database': () =>
    'the name of the database, where a plan loses something in production and nobody can be asked',
  connections: () =>
    'how many connections work at the same time (default: 2 that fill a large table; in a backup one for each core, at most 4)',
  config: () => 'project file (default: trueup.config.ts here or in a folder above)',
  database: () => 'postgresql:// URL of the database, or the folder of an embedded one',
  decisions: () => 'a file of decisions: one a line, or a JSON list',
  drops: () => 'how accepted drops are carried out: park, so that they can come back (default), or now',
  'dry-run': () => 'show what would be done and change nothing',
  env: () => 'environment: development, staging or production (default: APP_ENV, then development)',
  'exit-code': () => 'exit with 10 when there is something to do',
  force: () => 'overwrite files that are there',
  grants: () => 'owners, grants and default privileges as well',
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
  'no-backup': () => 'do not back up what a plan loses in production',
  'no-rehearsal': () => 'do not run the plan on a copy first',
  objects: () => 'only these objects: patterns over their ids, separated by commas: table:public.tmp_*',
  'older-than': () => 'only what has been parked for longer than this: 30d, 12h',
  only: () => 'with --missing: only these tables, separated by commas',
  out: () => 'where to write: models.ts, schema.sql, a folder, catalog.json, or - for the standard output',
  'passphrase-file': () => 'a file whose first line encrypts the backup, or opens an encrypted one',
  pause: () => 'let the backfill of this run pause',
  reassign: () => 'the database belongs to this environment from now on, although its journal says another',
  'rehearse-on': () =>
    'rehearse on this empty database instead of the embedded one; it is emptied afterwards',
  resume: () => 'let the backfill of this run go on',
  revert: () => 'take back what was changed by hand',
  run: () => 'only what this run parked',
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
