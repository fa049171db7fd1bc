import type { Pages } from '../../page.ts'

/** Backups and restores. */
export const backupPages: Pages['errors'] = {
  'BACKUP-DAMAGED': {
    why: 'Every file of a backup has its size and checksum in the manifest, and some are not as they were: a copy was cut off, a disk lost bytes, or somebody changed them.',
    fix: 'Keep more than one backup, on more than one disk, and let `trueup backup verify` look at them from time to time.',
  },
  'BACKUP-EXISTS': {
    why: 'A backup never writes over another.',
    fix: 'Without --to each backup gets a name of its own, with the time in it.',
  },
  'BACKUP-FORMAT': {
    why: 'A newer version of this tool wrote the backup.',
    fix: 'Install that version: `npx trueup@<version>`.',
  },
  'BACKUP-INCOMPLETE': {
    why: 'The run that wrote it was ended before the manifest, which is written last.',
    fix: 'Use an older one, or make a new one.',
  },
  'BACKUP-MISSING': {
    why: 'The folder has no manifest.json.',
    fix: 'Name the folder of one backup, not the folder of all.',
  },
  'USAGE-NUMBER': { why: 'The option takes a whole number above 0.', fix: 'Write digits alone.' },
  'BACKUP-PASSPHRASE-FILE': {
    why: 'The passphrase is read from a file, so that it shows in no history of commands, and the file cannot be read.',
    fix: 'Check path and permissions.',
  },
  'BACKUP-PASSPHRASE-NEEDED': {
    why: 'The backup was encrypted when it was made. Without its passphrase nobody can read it.',
    fix: 'It is kept where it was made: look into the settings of the job that makes backups.',
  },
  'BACKUP-PASSPHRASE-SHORT': {
    why: 'Whoever has a copy of the backup can try passphrases without limit.',
    fix: 'Let a program make one.',
  },
  'BACKUP-PASSPHRASE-WRONG': {
    why: 'What was given does not open the backup. The first line of the file counts, without its end.',
    fix: 'Look for an older passphrase: a new one does not change backups that were made before.',
  },
  'BACKUP-READ': {
    why: 'A file of the backup is there and could not be read.',
    fix: 'A copy made by another user often lacks read permission.',
  },
  'BACKUP-SCHEMA-EMPTY': {
    why: 'The schema has no table, so there would be nothing to keep; a mistyped name looks the same.',
    fix: 'Check the name, in lower case as a rule.',
  },
  'BACKUP-TABLE-MISSING': {
    why: 'The database has no table of this name in the search path.',
    fix: 'Write the schema before the name.',
  },
  'BACKUP-WRITE': {
    why: 'A file of the backup could not be written, most often because the disk is full. The half-written backup was removed.',
    fix: 'Rows are packed, so a backup takes less room than its tables; indexes take none.',
  },
  'RESTORE-COUNT': {
    why: 'Another number of rows arrived than the backup has counted, so the table was left empty instead of half full.',
    fix: 'A trigger or rule of the target may have swallowed rows; otherwise the backup is damaged.',
  },
  'RESTORE-EXISTS': {
    why: 'The target has tables of the same name. Restoring never writes over what is there.',
    fix: 'To look at old rows beside the new ones, restore into a schema: `--into before_the_accident`.',
  },
  'RESTORE-INTO-IMPOSSIBLE': {
    why: 'Restoring under another schema renames everything in an embedded PostgreSQL first, and that one lacks something the tables need.',
    fix: 'Restore into a database of its own.',
  },
  'RESTORE-INTO-SEVERAL': {
    why: '--into puts all tables into one schema, and tables of several schemas could have the same names.',
    fix: 'Restore schema after schema.',
  },
  'RESTORE-NEEDS-YES': {
    why: 'In production restoring is asked about first, and without a terminal nobody can answer.',
    fix: 'Add --yes in scripts.',
  },
  'RESTORE-OLDER-SERVER': {
    why: 'An older PostgreSQL does not understand all that a newer one writes.',
    fix: 'Rows alone can be brought over: the files of a backup hold what COPY writes, packed with gzip.',
  },
  'RESTORE-STATEMENT': {
    why: 'PostgreSQL refused a statement of the schema that is in the backup.',
    fix: 'Create the extension or role that the message names, and restore again.',
  },
  'RESTORE-STOPPED': {
    why: 'The restore could not go on. What is there is whole tables: rows come first, keys and indexes after them.',
    fix: 'Begin again with an empty database: that is quicker than finding out what is missing.',
  },
  'RESTORE-TABLE-AMBIGUOUS': {
    why: 'Tables of several schemas have this name, and none of these schemas is on the search path of the target: after a restore with `--into`, for example, a later backup holds both the table and its older copy.',
    fix: 'Write the schema before the name: `--tables public.likes`.',
  },
  'RESTORE-TABLE-MISSING': {
    why: 'The backup was made without this table, or the table has another name there.',
    fix: '`trueup backup list` and manifest.json tell what is in it.',
  },
}
