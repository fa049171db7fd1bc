import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const engine = join(import.meta.dirname, '..', 'engine')

/** Loaded late and seldom, or with imports that must not load early: files of their own beside the doors. */
const lateFiles: Readonly<Record<string, string>> = {
  server: 'src/postgres/server.ts',
  embedded: 'src/postgres/embedded.ts',
  'open-pglite': 'src/postgres/embedded/open-pglite.ts',
  pool: 'src/postgres/pool.ts',
  'read-models': 'src/sources/models/read-models.ts',
  ko: 'src/messages/ko.ts',
  backup: 'src/cli/commands/backup.ts',
  'backup-list': 'src/cli/commands/backup-list.ts',
  'backup-verify': 'src/cli/commands/backup-verify.ts',
  'back-up-losses': 'src/cli/back-up-losses.ts',
  'last-backup': 'src/cli/last-backup.ts',
  restore: 'src/cli/commands/restore.ts',
  explain: 'src/cli/commands/explain.ts',
  'en-pages': 'src/messages/en/pages.ts',
  'ko-pages': 'src/messages/ko/pages.ts',
}

/**
 * Bundles the engine so that its command starts quickly: Node takes more than a millisecond for every file it links,
 * so each door is one file, and what not every run needs is one more. What carries files of its own (PGlite, esbuild)
 * or belongs to the user's project (drizzle-orm) stays outside.
 */
export async function buildEngine(): Promise<void> {
  const draft = `dist-${process.pid}`
  await build({
    absWorkingDir: engine,
    entryPoints: {
      cli: 'src/cli/cli.ts',
      index: 'src/index.ts',
      models: 'src/models/models.ts',
      ...lateFiles,
    },
    outdir: draft,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    legalComments: 'linked',
    external: ['@clack/prompts', '@electric-sql/pglite', 'drizzle-orm', 'esbuild', 'pg-native'],
    plugins: [keepLateFilesApart],
    // pg is CommonJS: its require of node's own modules needs one
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'warning',
    define: { TRUEUP_BUILD: JSON.stringify(hashFolder(join(engine, 'src'))) },
  })
  replaceFolder(join(engine, draft), join(engine, 'dist'))
}

const keepLateFilesApart: Plugin = {
  name: 'late-files',
  setup(builder) {
    const names = new Map(Object.entries(lateFiles).map(([name, path]) => [join(engine, path), name]))
    builder.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path, resolveDir }) => {
      const name = kind === 'dynamic-import' ? names.get(join(resolveDir, path)) : undefined
      return name ? { path: `./${name}.js`, external: true } : undefined
    })
  },
}

/** One hash over all source files, by path and content. */
function hashFolder(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  for (const path of files.map((file) => join(file.parentPath, file.name)).sort())
    hash.update(path).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

/** A command started meanwhile finds the old build or the new one. */
function replaceFolder(draft: string, final: string): void {
  const old = `${draft}-old`
  if (existsSync(final)) renameSync(final, old)
  renameSync(draft, final)
  rmSync(old, { recursive: true, force: true })
}
