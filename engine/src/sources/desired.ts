import { existsSync, statSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import type { Catalog } from '../catalog/catalog.ts'
import { extensionNames } from '../catalog/extension-names.ts'
import type { Extent } from '../catalog/extent.ts'
import type { ObjectId } from '../catalog/object.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { compileModule } from '../modules/compile-module.ts'
import { hashFile, hashTexts } from '../modules/content-hash.ts'
import { loadModule } from '../modules/load-module.ts'
import { pgliteVersion } from '../postgres/embedded/pglite-version.ts'
import { loadScript } from './changed/load-script.ts'
import { keep, readKept } from './kept-desired.ts'
import type { ModelTable } from './models/desired-script.ts'
import type { SourceStatement } from './scratch/run-script.ts'
import { readyMadeAmong } from './source-kind.ts'
import { listSqlFiles, readSqlFile } from './sql-files.ts'

/** What a database should be: its catalog, and what the models say beyond SQL. */
export interface Desired {
  /** Changes whenever the catalog may have: with the sources, with the engine, and with the calendar of partitions. */
  readonly key: string
  /** Extensions that an embedded database must be able to make. */
  readonly extensions: readonly string[]
  /** Read when it is first looked at: a database that has not changed is told by the key alone. */
  readonly catalog: Catalog
  readonly tables: readonly ModelTable[]
  /** What it speaks for; only the schemas that it mentions, unless said. */
  readonly extent?: Extent
  /** Whether owners, grants and default privileges count; they do not, unless said. */
  readonly grants?: boolean
  /** What it does not know and lets be. */
  readonly ignored?: Ignored
}

export interface Ignored {
  /** Tells rules apart. */
  readonly key: string
  readonly isMeant: (id: ObjectId) => boolean
}

/** The same catalog with other settings, and still unread if it was. */
export function withSettings(
  desired: Desired,
  settings: Pick<Desired, 'extent' | 'grants' | 'ignored'>,
): Desired {
  const properties = [desired, settings].map((each) => Object.getOwnPropertyDescriptors(each))
  return Object.defineProperties({}, Object.assign({}, ...properties)) as Desired
}

export interface DesiredOptions {
  readonly root: string
  readonly cache: string
  readonly asOf: Date
  /** Gives up connecting to a database that is a source. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Turns sources (modules of Drizzle models, .sql files, folders of them) into a catalog, by running them in an
 * embedded PostgreSQL and reading that back. The result is kept by the hash of all it was made from, so the slow
 * part runs once per change of the models. Another database and a saved catalog are read as they are.
 */
export async function loadDesired(sources: readonly string[], options: DesiredOptions): Promise<Desired> {
  if (sources.length === 0) throw new TrueupError('SOURCE-NONE', undefined)
  const readyMade = readyMadeAmong(sources)
  if (readyMade) {
    const { loadReadyMade } = await import('./ready-made.ts')
    return loadReadyMade(readyMade.source, readyMade.kind, options)
  }
  const files = sources.flatMap((source) => sourceFiles(source, options.root))
  const hashes = await Promise.all(files.map((file) => hashSource(file, options.cache)))
  const sourceKey = hashTexts(maker, pgliteVersion(), ...hashes).slice(0, 32)
  const known = readKept(options.cache, sourceKey, options.asOf)
  if (known) return known
  const { statements, tables, expiresAt } = await readSources(files, options)
  const name = hashTexts(maker, pgliteVersion(), ...files).slice(0, 32)
  const catalog = await loadScript(statements, { cache: options.cache, name, sourceKey })
  const key = `${sourceKey}-${expiresAt?.toISOString().slice(0, 7) ?? 'always'}`
  const desired = { key, extensions: extensionNames(catalog), catalog, tables }
  keep(desired, { cache: options.cache, sourceKey, asOf: options.asOf, expiresAt })
  return desired
}

/** Everything the sources say as SQL, in an order that need not work yet. Modules are read as one set of models. */
export async function readSources(files: readonly string[], { root, cache, asOf }: DesiredOptions) {
  const statements: SourceStatement[] = []
  const models: Record<string, unknown> = {}
  for (const file of files) {
    if (file.endsWith('.sql')) statements.push(...readSqlFile(file, root))
    else Object.assign(models, await loadModule(file, cache))
  }
  if (files.every((file) => file.endsWith('.sql'))) return { statements, tables: [], expiresAt: undefined }
  const { readModels } = await import('./models/read-models.ts')
  const script = readModels(models, { asOf })
  const roles = script.roles.map(({ name, sql }) => ({ sql, origin: name }))
  return {
    statements: [...roles, ...script.statements, ...statements],
    tables: script.tables,
    expiresAt: script.expiresAt,
  }
}

export function sourceFiles(source: string, root: string): string[] {
  const path = resolve(root, source)
  if (!existsSync(path)) throw new TrueupError('SOURCE-MISSING', { source })
  if (statSync(path).isDirectory()) return filesOfFolder(path, source)
  if (!['.ts', '.mts', '.js', '.mjs', '.sql'].includes(extname(path)))
    throw new TrueupError('SOURCE-KIND', { source })
  return [path]
}

/** A folder means its .sql files; models in TypeScript have an index.ts that exports them all. */
function filesOfFolder(folder: string, source: string): string[] {
  const index = ['index.ts', 'index.mts', 'index.js', 'index.mjs']
    .map((name) => join(folder, name))
    .find((path) => existsSync(path))
  const files = [...(index ? [index] : []), ...listSqlFiles(folder)]
  if (files.length === 0) throw new TrueupError('SOURCE-EMPTY', { source })
  return files
}

async function hashSource(file: string, cache: string): Promise<string> {
  if (file.endsWith('.sql')) return hashFile(file) ?? ''
  return (await compileModule(file, cache)).hash
}

/** Set by the build to a hash of the engine itself: what another version of it made of the same models is not used. */
declare const TRUEUP_BUILD: string | undefined
const maker = typeof TRUEUP_BUILD === 'string' ? TRUEUP_BUILD : 'source'
