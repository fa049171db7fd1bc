import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const engine = join(import.meta.dirname, '..', 'engine')

/**
 * Bundles the engine so that its command starts quickly: a few files instead of hundreds, and what a command does
 * not use (the driver, prompts, the other language) in files that it does not load.
 * What carries files of its own (PGlite, esbuild) or belongs to the user's project (drizzle-orm) stays outside.
 */
export async function buildEngine(): Promise<void> {
  const draft = `dist-${process.pid}`
  await build({
    absWorkingDir: engine,
    entryPoints: { cli: 'src/cli/cli.ts', index: 'src/index.ts', models: 'src/models/models.ts' },
    outdir: draft,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    legalComments: 'linked',
    external: ['@electric-sql/pglite', 'drizzle-orm', 'esbuild', 'pg-native'],
    // pg is CommonJS: its require of node's own modules needs one
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'warning',
    define: { TRUEUP_BUILD: JSON.stringify(hashFolder(join(engine, 'src'))) },
  })
  replaceFolder(join(engine, draft), join(engine, 'dist'))
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
