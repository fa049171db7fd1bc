export const sourceErrors = {
  'SQL-META-COMMAND': {
    message: (p: { command: string; file: string; line: number }) =>
      `${p.file}:${p.line}: "${p.command}" is a command of psql, not SQL`,
    hint: () => 'Remove the line: only statements of PostgreSQL itself can be run here.',
  },
  'SOURCE-MISSING': {
    message: (p: { source: string }) => `no schema source "${p.source}"`,
    hint: () =>
      'Name a TypeScript module of Drizzle models, a .sql file or a folder of .sql files, with --schema or `schema` in trueup.config.ts. Relative paths start at the project root.',
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
    hint: () => 'A source ends in .ts, .mts, .js, .mjs or .sql, or is a folder of .sql files.',
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
