import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalog } from '../catalog/catalog.ts'
import { catalogFromJson, catalogToJson } from '../catalog/json.ts'
import { writeAtomically } from '../modules/write-atomically.ts'
import type { Desired } from './desired.ts'

interface Keeping {
  readonly cache: string
  readonly sourceKey: string
  readonly asOf: Date
  /** When the calendar makes other partitions of the same models. */
  readonly expiresAt: Date | undefined
}

/**
 * Keeps what sources became, in two files: a small one that says what it is, and the catalog, which may be big and is
 * often not needed. What stands for secrets is kept nowhere, so models that hold any are read every time.
 */
export function keep({ catalog, ...desired }: Desired, { cache, sourceKey, ...times }: Keeping): void {
  if (catalog.secrets.size > 0) return
  writeAtomically(catalogPath(cache, sourceKey), JSON.stringify(catalogToJson(catalog)))
  writeAtomically(headPath(cache, sourceKey), JSON.stringify({ ...desired, ...times }))
}

/** What was kept of these sources and is true at that moment; its catalog is read when it is looked at. */
export function readKept(cache: string, sourceKey: string, asOf: Date): Desired | undefined {
  const path = catalogPath(cache, sourceKey)
  try {
    const { key, tables, extensions, ...times } = JSON.parse(readFileSync(headPath(cache, sourceKey), 'utf8'))
    // partitions by calendar: valid from the moment of making until the next month begins
    if (times.expiresAt && !(asOf >= new Date(times.asOf) && asOf < new Date(times.expiresAt)))
      return undefined
    if (!extensions || !existsSync(path)) return undefined
    let catalog: Catalog | undefined
    return {
      key,
      tables,
      extensions,
      get catalog() {
        catalog ??= readKeptCatalog(cache, sourceKey)
        return catalog
      },
    }
  } catch {
    return undefined
  }
}

/** @throws where it is not there */
export function readKeptCatalog(cache: string, sourceKey: string): Catalog {
  return catalogFromJson(JSON.parse(readFileSync(catalogPath(cache, sourceKey), 'utf8')))
}

function headPath(cache: string, sourceKey: string): string {
  return join(cache, 'catalogs', `${sourceKey}.json`)
}

function catalogPath(cache: string, sourceKey: string): string {
  return join(cache, 'catalogs', `${sourceKey}.catalog.json`)
}
