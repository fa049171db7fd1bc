import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { extensionNames } from '../catalog/extension-names.ts'
import { type CatalogJson, catalogFromJson, savedFormat } from '../catalog/json.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { hashTexts } from '../modules/content-hash.ts'
import { diagnose } from '../postgres/diagnosis.ts'
import { connectServer } from '../postgres/server.ts'
import { parseConnectionUrl } from '../postgres/url/connection-url.ts'
import { withDatabase } from '../postgres/with-database.ts'
import { readCatalog } from './database/read-catalog.ts'
import type { Desired, DesiredOptions } from './desired.ts'
import type { ReadyMadeKind } from './source-kind.ts'

/** A source that needs no scratch, because it is a catalog already. */
export function loadReadyMade(
  source: string,
  kind: ReadyMadeKind,
  options: DesiredOptions,
): Promise<Desired> | Desired {
  return kind === 'database' ? readOtherDatabase(source, options) : readSavedCatalog(source, options.root)
}

/** The URL may hold a password, so no error repeats it. */
async function readOtherDatabase(url: string, { signal }: DesiredOptions): Promise<Desired> {
  const { connection, problems } = parseConnectionUrl(url)
  if (problems) {
    const origin = { variable: 'schema', origin: '--schema or trueup.config.ts' }
    throw new TrueupError('SETTINGS-INVALID', {
      problems: problems.map((problem) => ({ ...origin, problem })),
    })
  }
  const connect = () => connectServer(connection, { applicationName: 'trueup schema', signal })
  const catalog = await withDatabase(connect, readCatalog).catch((error: unknown) => {
    throw diagnose(error) ?? error
  })
  const { host, port, database } = connection
  const key = hashTexts(host, String(port), database, String(catalog.serverVersion), catalog.fingerprint)
  return { key: `database-${key.slice(0, 32)}`, extensions: extensionNames(catalog), catalog, tables: [] }
}

function readSavedCatalog(source: string, root: string): Desired {
  let text: string
  try {
    text = readFileSync(resolve(root, source), 'utf8')
  } catch (error) {
    throw new TrueupError('SOURCE-MISSING', { source }, { cause: error })
  }
  const catalog = catalogFromJson(parseSaved(text, source))
  return {
    key: `catalog-${hashTexts(text).slice(0, 32)}`,
    extensions: extensionNames(catalog),
    catalog,
    tables: [],
  }
}

function parseSaved(text: string, source: string): CatalogJson {
  let saved: Partial<CatalogJson> & { readonly format?: unknown }
  try {
    saved = JSON.parse(text)
  } catch (error) {
    throw new TrueupError('SOURCE-CATALOG', { source, reason: 'not-json' }, { cause: error })
  }
  if (!Array.isArray(saved?.objects)) throw new TrueupError('SOURCE-CATALOG', { source, reason: 'other' })
  if (saved.format !== savedFormat) throw new TrueupError('SOURCE-CATALOG', { source, reason: 'format' })
  return saved as CatalogJson
}
