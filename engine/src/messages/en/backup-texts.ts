import { size } from './amounts.ts'

type Amounts = {
  readonly tables: number
  readonly rows: string
  readonly bytes: number
  readonly seconds: string
}

export const backup = {
  progress: (p: { rows: string; bytes: number; done: number; tables: number; seconds: string }) =>
    `${p.done} of ${p.tables} tables, ${p.rows} rows, ${size(p.bytes)}, ${p.seconds} s`,
  indexing: (p: { done: number; statements: number; seconds: string }) =>
    `keys, indexes, triggers: ${p.done} of ${p.statements}, ${p.seconds} s`,
  made: (p: Amounts & { folder: string }) =>
    `Backed up ${tables(p.tables)} with ${p.rows} rows to ${p.folder} (${size(p.bytes)}) in ${p.seconds} s.`,
  encrypted: () => 'It is encrypted: without the passphrase nobody can restore it, you included.',
  removed: (p: { folder: string }) => `Removed the older backup ${p.folder}.`,
  leftOut: {
    secret: (p: { object: string }) => `Not in the backup: ${p.object}, because it holds a password.`,
    'refers-to-other-table': (p: { object: string }) =>
      `Not in the backup: ${p.object}, because the table it refers to was not chosen.`,
    unmodelled: (p: { object: string }) =>
      `Not in the backup: ${p.object}, because trueup does not copy such objects.`,
    parked: (p: { object: string }) =>
      `Not in the backup: ${p.object}, because it was dropped and is only parked.`,
  },
  verified: (p: Amounts & { folder: string; files: number }) =>
    `${p.folder} is whole: ${p.files} files, ${tables(p.tables)} with ${p.rows} rows, ${size(p.bytes)}; checked in ${p.seconds} s.`,
  bytesOnly: () =>
    'It is encrypted: the bytes are those that were written; with --passphrase-file the rows are counted, too.',
  none: (p: { folder: string }) => `There is no backup in ${p.folder}.`,
  listed: (p: {
    created: string
    database: string
    environment: string
    tables: number
    rows: string
    bytes: number
  }) =>
    `${p.created}  ${p.environment}  ${p.database}  ${tables(p.tables)}, ${p.rows} rows, ${size(p.bytes)}`,
  chosenTables: () => 'chosen tables',
  isEncrypted: () => 'encrypted',
  pinned: (p: { run: string }) => `pinned to run ${p.run}`,
  partial: (p: { folder: string }) => `${p.folder}: never finished`,
  damaged: (p: { folder: string }) => `${p.folder}: damaged (run \`trueup backup verify\` for details)`,
  restoring: (p: { created: string; from: string; to: string }) =>
    `The backup of ${p.from} made at ${p.created} goes into ${p.to}.`,
  restoreQuestion: (p: { environment: string }) => `Restore in ${p.environment}?`,
  restored: (p: Omit<Amounts, 'bytes'>) =>
    `Restored ${tables(p.tables)} with ${p.rows} rows in ${p.seconds} s; every count is as in the backup.`,
  withoutPrivileges: (p: { objects: number; names: string }) =>
    `Owners or rights of ${p.objects} objects could not be given, because roles are missing here: ${p.names}`,
}

function tables(count: number): string {
  return `${count} ${count === 1 ? 'table' : 'tables'}`
}
