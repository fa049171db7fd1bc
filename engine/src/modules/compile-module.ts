import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import { TrueupError } from '../errors/trueup-error.ts'
import { hashFile, hashTexts } from './content-hash.ts'
import { writeAtomically } from './write-atomically.ts'

/** A TypeScript module compiled with all local files it imports; packages stay where they are. */
export interface CompiledModule {
  /** Hash of everything it was made from: equal hash, equal module. */
  readonly hash: string
  readonly file: string
}

interface Manifest {
  readonly format: 1
  readonly hash: string
  readonly file: string
  /** Local sources, and package.json of the packages imported, by absolute path. */
  readonly inputs: Readonly<Record<string, string>>
}

/**
 * Compiles once and remembers: the next run only hashes the sources again (a millisecond), and needs no compiler.
 */
export async function compileModule(entry: string, cache: string): Promise<CompiledModule> {
  const manifestPath = join(cache, 'modules', `${hashTexts(entry).slice(0, 16)}.json`)
  const known = readManifest(manifestPath)
  if (known && isFresh(known)) return known
  const { build } = await import('esbuild')
  const packages = new Set<string>()
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['node'],
    sourcemap: 'external',
    outdir: join(cache, 'modules'),
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'silent',
    absWorkingDir: dirname(entry),
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
    plugins: [externalPackages(packages)],
  }).catch((error: unknown) => {
    const problem = error instanceof Error ? error.message : String(error)
    throw new TrueupError('SOURCE-MODULE', { file: entry, problem }, { cause: error })
  })
  const sources = Object.keys(result.metafile.inputs).map((input) => resolve(dirname(entry), input))
  const inputs = Object.fromEntries([...sources, ...packages].map((path) => [path, hashFile(path) ?? '']))
  const hash = hashTexts(
    ...Object.entries(inputs).flatMap(([path, content]) => [relative(entry, path), content]),
  )
  const file = join(cache, 'modules', `${hash.slice(0, 24)}.mjs`)
  const [map, code] = result.outputFiles
  writeAtomically(`${file}.map`, map!.contents)
  writeAtomically(file, `${code!.text}\n//# sourceMappingURL=${basename(file)}.map\n`)
  const manifest: Manifest = { format: 1, hash, file, inputs }
  writeAtomically(manifestPath, JSON.stringify(manifest))
  return manifest
}

function readManifest(path: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
    return manifest.format === 1 ? manifest : undefined
  } catch {
    return undefined
  }
}

function isFresh({ inputs, file }: Manifest): boolean {
  return existsSync(file) && Object.entries(inputs).every(([path, hash]) => hashFile(path) === hash)
}

/**
 * Imports of packages become absolute, because the compiled file lies in the cache and would resolve them from there.
 * What a package that is taken in imports late stays where it is, too, and loads when it is called for.
 */
function externalPackages(packages: Set<string>): Plugin {
  const inside = new Set<string>()
  return {
    name: 'external-packages',
    setup(build) {
      build.onResolve({ filter: /^/ }, async ({ path, resolveDir, kind, importer, pluginData }) => {
        if (pluginData === 'resolving' || kind === 'entry-point') return undefined
        if (isBuiltin(path)) return { path, external: true }
        const isLate = kind === 'dynamic-import' && inside.has(packageManifest(importer)?.path ?? '')
        if (/^[./]/.test(path) && !isLate) return undefined
        const found = await build.resolve(path, { resolveDir, kind, pluginData: 'resolving' })
        if (found.errors.length > 0 || found.external) return found
        const manifest = packageManifest(found.path)
        if (manifest) packages.add(manifest.path)
        if (manifest?.pure && !isLate) {
          inside.add(manifest.path)
          return undefined
        }
        return { path: pathToFileURL(found.path).href, external: true }
      })
    },
  }
}

/**
 * A package that says of itself that it is plain modules without side effects (`"sideEffects": false`) may be taken
 * into the compiled file, which leaves out what is not used; all others stay where they are. Query builders are kept
 * apart although they say so: the engine and the application must have one copy of them.
 */
function packageManifest(file: string): { readonly path: string; readonly pure: boolean } | undefined {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'package.json')
    const content = hashFile(path) && readFileSync(path, 'utf8')
    if (!content || !/"version"\s*:/.test(content)) continue
    const { type, sideEffects, name } = JSON.parse(content) as Record<string, unknown>
    return { path, pure: type === 'module' && sideEffects === false && !shared.has(String(name)) }
  }
  return undefined
}

const shared: ReadonlySet<string> = new Set(['drizzle-orm'])
