import type { Pages } from '../../page.ts'

/** Settings, the command line, and what `trueup doctor` finds. */
export const settingPages: Pages['errors'] = {
  'DOCTOR-CERTIFICATE-ENDS': {
    why: 'The certificate of the server will expire soon. From then on no connection with sslmode=verify-ca or verify-full can be made.',
    fix: 'Renew it in time, and see why it did not renew by itself.',
  },
  'DOCTOR-FOREIGN-TABLES': {
    why: 'Some tables belong to another role. Privileges on rows can be granted, the right to change a table cannot: it comes with owning it, or with being a member of the owner.',
    fix: '`GRANT <owner> TO <user>`, or `ALTER TABLE … OWNER TO <user>` by the owner.',
  },
  'DOCTOR-HIDDEN-POOLER': {
    why: 'Two statements were answered by different sessions of the server, so a pooler shares them among clients. Session locks and settings do not hold there.',
    fix: 'Set DATABASE_DIRECT_URL to the direct host: commands that change the database prefer it.',
  },
  'DOCTOR-NAMES-TAKEN': {
    why: 'Tables, views, sequences, indexes and composite types of a schema share their names, and something else has the name of a table of the models.',
    fix: '`SELECT relname, relkind FROM pg_class WHERE relname = …` tells what it is.',
  },
  'DOCTOR-PLAIN-TEXT': {
    why: 'The connection is not encrypted: passwords, statements and rows can be read by every machine on the way.',
    fix: 'On one machine or inside one container network that may be as you want it; over any other network turn on TLS.',
  },
  'DOCTOR-PRIVILEGES': {
    why: 'The role of the connection lacks privileges that creating tables needs.',
    fix: 'The hint has the GRANT for each; the owner of the database or schema runs them once.',
  },
  'DOCTOR-READ-ONLY': {
    why: 'Every transaction of this user begins as read only, by a setting of the role, the database or the server.',
    fix: 'Find out who turned it on and why before turning it off: a provider does so when the disk is nearly full.',
  },
  'DOCTOR-REPLICA': {
    why: 'The server follows another one and cannot be written.',
    fix: 'Take the URL of the primary. The read-only host of a provider often differs from it by one word.',
  },
  'DOCTOR-SECRETS-NOT-IGNORED': {
    why: 'A file with passwords lies where git would take it along at the next `git add .`.',
    fix: 'Add the lines of the hint to .gitignore. The example file without values may be committed.',
  },
  'DOCTOR-SECRETS-TRACKED': {
    why: 'A file with passwords is in the repository, with all its earlier versions. Removing it now does not take it out of the history.',
    fix: 'Change the passwords: that alone makes the published ones worthless.',
  },
  'DOCTOR-TABLES-MISSING': {
    why: 'The database lacks some tables of the models: it is new, the models have grown, or this is another database than you think.',
    fix: 'Look at the first line of the command, which names the database. Then `trueup create --missing` makes them.',
  },
  'EXPLAIN-UNKNOWN': {
    why: 'There is no error and no hazard of this code.',
    fix: 'Codes are written in the brackets of a message: `error[CONNECT-REFUSED]`. Upper and lower case are the same.',
  },
  'SETTINGS-ENVIRONMENT': {
    why: 'APP_ENV or --env names an environment that does not exist. Names are not shortened, so that `prod` does not by mistake mean nothing.',
    fix: 'Write one of the legal names.',
  },
  'SETTINGS-FILE': {
    why: 'A `.env` file is there and cannot be read, so nobody knows what it would have said. Going on without it could reach another database.',
    fix: 'Check its permissions, and that it is a file and not a folder.',
  },
  'SETTINGS-INVALID': {
    why: 'One or more settings cannot be used. All of them are listed at once, each with the file or variable that it comes from; values that are secrets are not shown.',
    fix: 'Correct them in that place. A variable of the process goes before `.env.<environment>`, and that before `.env`.',
  },
  'SETTINGS-OUTSIDE-PROJECT': {
    why: 'The command was started in a folder without a project above it, so there are no settings and no models.',
    fix: 'Change to the project first, or name everything by options.',
  },
  'USAGE-COMMAND': {
    why: 'The first word is not the name of a command.',
    fix: '`trueup --help` lists them.',
  },
  'USAGE-CONTROL': {
    why: 'One call pauses a run, resumes it or changes its speed, and the options say something else.',
    fix: 'Write one of them. The run looks for such wishes between two batches.',
  },
  'USAGE-COUNT': { why: 'The option takes a whole number.', fix: 'Write digits alone.' },
  'USAGE-DURATION': {
    why: 'A time was given without a unit, or with one that is not known.',
    fix: 'Units are ms, s, m and h.',
  },
  'USAGE-FLAG-UNKNOWN': {
    why: 'Each command has options of its own, and this one does not have that option.',
    fix: 'Look for a typing mistake, or for the command that has it.',
  },
  'USAGE-FLAG-VALUE': {
    why: 'The option was given without the value that it needs, or with one that it does not take.',
    fix: 'A value that begins with a dash must be joined: `--flag=-5`.',
  },
  'USAGE-FOLDER': {
    why: 'The command works on one backup and was not told which.',
    fix: 'Each backup is a folder; its name has the database and the time.',
  },
  'USAGE-PLAN-FILE-FLAG': {
    why: 'A plan file is carried out exactly as it was reviewed. An option that would make another plan of it contradicts that.',
    fix: 'Give the option to `trueup plan`, and write the file anew.',
  },
  'USAGE-RUN-NUMBER': {
    why: 'Runs are named by the numbers that the journal gives them.',
    fix: '`trueup history` shows them, newest first.',
  },
  'USAGE-WORD': {
    why: 'A word stands where an option was expected: a dash is missing, or a value with a space was not quoted.',
    fix: 'Quote values with spaces: `--accept "backfill:public.users.age=0 + 1"`.',
  },
}
