const catalogFaults = {
  'not-json': 'is not a saved catalog: it is not JSON',
  format: 'is a saved catalog of a format that this version does not read',
  other: 'is JSON, but not a saved catalog',
} as const

export const sourceErrors = {
  'SQL-META-COMMAND': {
    message: (p: { command: string; file: string; line: number }) =>
      `${p.file}:${p.line}: "${p.command}" is a command of psql, not SQL`,
    hint: () => 'Remove the line: only statements of PostgreSQL itself can be run here.',
  },
  'SOURCE-MISSING': {
    message: (p: { source: string }) => `no schema source "${p.source}"`,
    hint: () =>
      'Name a TypeScript module of Drizzle models, a .sql file, a folder of .sql files, a saved catalog (.json) or the URL of a database, with --schema or `schema` in trueup.config.ts. Relative paths start at the project root.',
  },
  'SOURCE-EMPTY': {
    message: (p: { source: string }) => `folder "${p.source}" holds no schema source`,
    hint: () => 'A folder must hold .sql files, or an index.ts that exports the models.',
  },
  'SOURCE-NONE': {
    message: () => 'no schema source given',
    hint: () =>
      'Run the command where trueup.config.ts is (the project root), or name the models with --schema.',
  },
  'SOURCE-KIND': {
    message: (p: { source: string }) => `cannot tell what kind of schema source "${p.source}" is`,
    hint: () =>
      'A source ends in .ts, .mts, .js, .mjs, .sql or .json, or is a folder of .sql files or a postgresql:// URL.',
  },
  'SOURCE-NOT-ALONE': {
    message: (p: { kind: 'database' | 'saved-catalog' }) =>
      `${p.kind === 'database' ? 'a database' : 'a saved catalog'} as schema source cannot be joined with other sources`,
    hint: () => 'Name it alone: it already is the whole of what the database should be.',
  },
  'SOURCE-CATALOG': {
    message: (p: { source: string; reason: 'not-json' | 'format' | 'other' }) =>
      `"${p.source}" ${catalogFaults[p.reason]}`,
    hint: () => 'Write it anew with `trueup pull --out <name>.json`.',
  },
  'SOURCE-STATEMENT': {
    message: (p: { origin: string; problem: string; sqlstate: string; excerpt: string }) =>
      `${p.origin}: ${p.problem}`,
    detail: (p: { origin: string; problem: string; sqlstate: string; excerpt: string }) =>
      `PostgreSQL refused the statement (SQLSTATE ${p.sqlstate}):\n${p.excerpt}`,
    hint: () =>
      'Correct the models or the .sql file and run the command again. Nothing was changed in any database.',
  },
  'SOURCE-MODULE': {
    message: (p: { file: string; problem: string }) => `could not load "${p.file}": ${p.problem}`,
    hint: () => 'Correct the module: `npx tsc --noEmit` shows where it is wrong.',
  },
}
