import type { Damage } from '../../backup/read/damage.ts'

type Damages = { readonly folder: string; readonly damages: readonly Damage[] }
type Stopped = {
  readonly phase: 'rows' | 'indexes'
  readonly loaded: number
  readonly empty: readonly string[]
  readonly reason: string
}
type Refused = {
  readonly target: string
  readonly sqlstate: string
  readonly problem: string
  readonly reason: string | undefined
}

const damage: Readonly<Record<Damage['problem'], string>> = {
  missing: 'is missing',
  size: 'has another size than when it was written',
  checksum: 'holds other bytes than when it was written',
  path: 'names a file outside the backup',
  unreadable: 'cannot be read or unpacked',
  rows: 'holds another number of rows than were counted',
}

export const backupErrors = {
  'BACKUP-DAMAGED': {
    message: (p: Damages) =>
      `backup "${p.folder}" is damaged: ${p.damages.length === 1 ? '1 file is' : `${p.damages.length} files are`} not as written`,
    detail: (p: Damages) => p.damages.map(({ path, problem }) => `"${path}" ${damage[problem]}.`).join('\n'),
    hint: (_: Damages) => 'Use another backup, or another copy of this one. Nothing was changed.',
  },
  'BACKUP-EXISTS': {
    message: (p: { folder: string }) => `"${p.folder}" exists already`,
    hint: (_: { folder: string }) =>
      'Give another folder with --to. A folder that ends in .partial was left by a run that was killed; remove it by hand.',
  },
  'BACKUP-FORMAT': {
    message: (p: { folder: string; format: string; version: string }) =>
      `backup "${p.folder}" has format ${p.format}, which this version does not know`,
    hint: (p: { folder: string; format: string; version: string }) =>
      `Use trueup ${p.version} or newer, which wrote it.`,
  },
  'BACKUP-INCOMPLETE': {
    message: (p: { folder: string }) => `"${p.folder}" was never finished`,
    hint: (_: { folder: string }) => 'Use another backup. This one may be removed: it is not whole.',
  },
  'BACKUP-MISSING': {
    message: (p: { folder: string }) => `there is no backup in "${p.folder}"`,
    hint: (_: { folder: string }) => 'Run `trueup backup list` for the backups there are.',
  },
  'USAGE-NUMBER': {
    message: (p: { flag: string }) => `option "${p.flag}" needs a whole number above 0`,
    hint: (p: { flag: string }) => `Write it as in ${p.flag}=7.`,
  },
  'BACKUP-PASSPHRASE-FILE': {
    message: (p: { file: string; reason: string }) =>
      `could not read passphrase file "${p.file}" (${p.reason})`,
    hint: (_: { file: string; reason: string }) =>
      'Give a file that you may read; its first line is the passphrase.',
  },
  'BACKUP-PASSPHRASE-NEEDED': {
    message: (p: { folder: string }) => `backup "${p.folder}" is encrypted`,
    hint: (_: { folder: string }) => 'Give the passphrase that it was made with: --passphrase-file <file>.',
  },
  'BACKUP-PASSPHRASE-SHORT': {
    message: (p: { file: string; lengthMin: number }) =>
      `the passphrase in "${p.file}" has fewer than ${p.lengthMin} characters`,
    hint: (_: { file: string; lengthMin: number }) =>
      'Who finds the backup can try short ones by the million. Make one with `openssl rand -base64 24`, and keep it somewhere else than the backup.',
  },
  'BACKUP-PASSPHRASE-WRONG': {
    message: (p: { folder: string }) => `the passphrase is not that of backup "${p.folder}"`,
    detail: (_: { folder: string }) => 'The other explanation is that its manifest was changed on purpose.',
    hint: (_: { folder: string }) => 'Give the passphrase that it was made with.',
  },
  'BACKUP-READ': {
    message: (p: { file: string; reason: string }) => `could not read "${p.file}" (${p.reason})`,
    hint: (_: { file: string; reason: string }) =>
      'Check the permissions of the folder and the state of the disk.',
  },
  'BACKUP-SCHEMA-EMPTY': {
    message: (p: { schema: string }) => `schema "${p.schema}" has no table`,
    hint: (_: { schema: string }) => 'Check the name, and the database that the command is connected to.',
  },
  'BACKUP-TABLE-MISSING': {
    message: (p: { table: string }) => `the database has no table "${p.table}"`,
    hint: (_: { table: string }) =>
      'Write names as SQL does: users, or billing.invoices for one outside the search path.',
  },
  'BACKUP-WRITE': {
    message: (p: { file: string; reason: string }) =>
      p.reason === 'ENOSPC' || p.reason === 'EDQUOT'
        ? `the disk is full: could not write "${p.file}" (${p.reason})`
        : `could not write "${p.file}" (${p.reason})`,
    hint: (p: { file: string; reason: string }): string =>
      p.reason === 'ENOSPC' || p.reason === 'EDQUOT'
        ? 'Make room, or give a folder on another disk with --to. What had been written was removed.'
        : 'Check that you may write there, or give another folder with --to. What had been written was removed.',
  },
  'RESTORE-COUNT': {
    message: (p: { table: string; expected: number; found: number }) =>
      `${p.found} rows of "${p.table}" arrived instead of ${p.expected}`,
    hint: (_: { table: string; expected: number; found: number }) =>
      'Run `trueup backup verify` on the backup. The table was left empty.',
  },
  'RESTORE-EXISTS': {
    message: (p: { tables: readonly string[] }) =>
      `${p.tables.length === 1 ? 'a table of the backup exists' : `${p.tables.length} tables of the backup exist`} already: ${p.tables.slice(0, 5).join(', ')}${p.tables.length > 5 ? ', …' : ''}`,
    hint: (_: { tables: readonly string[] }) =>
      'A restore never writes over a table. Restore into an empty database, into a schema beside it (--into <schema>), or only the tables that are missing (--tables). Nothing was changed.',
  },
  'RESTORE-INTO-IMPOSSIBLE': {
    message: (p: { schema: string; problem: string }) =>
      `cannot work out the tables for schema "${p.schema}": ${p.problem}`,
    hint: (_: { schema: string; problem: string }) =>
      'The embedded PostgreSQL that would rename them lacks something they need, an extension as a rule. Restore into an empty database instead. Nothing was changed.',
  },
  'RESTORE-INTO-SEVERAL': {
    message: (p: { schemas: readonly string[] }) =>
      `--into takes tables of one schema, and these are of: ${p.schemas.join(', ')}`,
    hint: (_: { schemas: readonly string[] }) => 'Choose tables of one schema with --tables.',
  },
  'RESTORE-NEEDS-YES': {
    message: (p: { environment: string }) => `restoring in ${p.environment} needs a yes`,
    hint: (_: { environment: string }) => 'Run the command in a terminal to be asked, or add --yes.',
  },
  'RESTORE-OLDER-SERVER': {
    message: (p: { from: number; to: number }) =>
      `a backup of PostgreSQL ${p.from} cannot be restored on PostgreSQL ${p.to}`,
    hint: (p: { from: number; to: number }) =>
      `Use a server of version ${p.from} or newer. Nothing was changed.`,
  },
  'RESTORE-STATEMENT': {
    message: (p: Refused) => `could not make ${p.target}: ${p.problem}`,
    detail: (p: Refused) => `SQLSTATE ${p.sqlstate}.${p.reason ? ` ${p.reason}` : ''}`,
    hint: (_: Refused) =>
      'The database lacks what the statement asks for (an extension, a privilege, another table), or its rows contradict it.',
  },
  'RESTORE-STOPPED': {
    message: (p: Stopped) =>
      `the restore stopped with ${p.loaded} ${p.loaded === 1 ? 'table' : 'tables'} whole: ${p.reason}`,
    detail: (p: Stopped) =>
      p.phase === 'indexes'
        ? 'All rows are there; some keys, indexes or triggers are missing.'
        : `Empty: ${p.empty.slice(0, 8).join(', ')}${p.empty.length > 8 ? ', …' : ''}. No table holds a part of its rows; keys, indexes and triggers are missing.`,
    hint: (_: Stopped) =>
      'Put the cause right, drop what was made (the database or schema, if it was empty before), and restore again.',
  },
  'RESTORE-TABLE-AMBIGUOUS': {
    message: (p: { table: string; found: readonly string[] }) =>
      `the backup has several tables "${p.table}": ${p.found.join(', ')}`,
    hint: (_: { table: string; found: readonly string[] }) =>
      'Say which one, with its schema. Nothing was changed.',
  },
  'RESTORE-TABLE-MISSING': {
    message: (p: { table: string }) => `the backup has no table "${p.table}"`,
    hint: (_: { table: string }) => 'Its tables are listed in manifest.json.',
  },
}
