export const pullErrors = {
  'PULL-KIND': {
    message: (p: { out: string; ending: string }) => `cannot tell what to write to "${p.out}"`,
    hint: () =>
      'The name decides the form: models.ts for Drizzle models, schema.sql for one script, a folder for one file per table, catalog.json for a saved catalog, - for SQL on the standard output.',
  },
  'PULL-EXISTS': {
    message: (p: { files: readonly string[] }) =>
      `${p.files.map((file) => `"${file}"`).join(', ')} ${p.files.length === 1 ? 'is' : 'are'} there already`,
    hint: () => 'Name another place with --out, or overwrite with --force. Nothing was written.',
  },
  'PULL-WRITE': {
    message: (p: { file: string; reason: string }) => `could not write "${p.file}": ${p.reason}`,
    hint: () => 'Check that the folder can be written by this user and that the disk has room.',
  },
  'PULL-OUT-MISSING': {
    message: () => 'nothing says where to write the models',
    hint: () =>
      'Add --out models.ts for Drizzle models, --out schema.sql for SQL, a folder, catalog.json, or - for the standard output.',
  },
  'PULL-SCHEMA-UNKNOWN': {
    message: (p: { names: readonly string[]; known: readonly string[] }) =>
      `the database has no schema ${p.names.map((name) => `"${name}"`).join(', ')}`,
    hint: (p: { names: readonly string[]; known: readonly string[] }) =>
      p.known.length === 0 ? 'It has no schema of users at all.' : `Its schemas are: ${p.known.join(', ')}.`,
  },
  'PULL-SCHEMA-NEEDED': {
    message: (p: { object: string; needed: string; schema: string }) =>
      `"${p.object}" needs "${p.needed}", which is outside of the schemas asked for`,
    hint: (p: { object: string; needed: string; schema: string }) => `Add "${p.schema}" to --schemas.`,
  },
}

export const pull = {
  wrote: (p: { file: string; lines: number }) => `Wrote ${p.file} (${p.lines} lines)`,
  removed: (p: { file: string }) => `Removed ${p.file}, which an earlier pull wrote`,
  empty: () => 'The database is empty: nothing was written.',
  objects: (p: { counts: string }) => `Objects: ${p.counts}`,
  counted: (p: { kind: string; count: number }) => `${p.count} ${p.kind}`,
  unmodelled: () => 'Not written, because nothing here has words for it:',
  next: (p: { command: string }) => `Next: \`${p.command}\` finds nothing to do.`,
}
