import type { Catalog } from '../../catalog/catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { hashTexts } from '../../modules/content-hash.ts'
import type { SourceStatement } from '../scratch/run-script.ts'

/** A script that has been run, statement by statement in its order, and what it made. */
export interface LoadedScript {
  readonly record: readonly RecordedStatement[]
  readonly catalog: Catalog
}

export interface RecordedStatement {
  readonly hash: string
  /**
   * The objects that it made or changed, or whose parts: tables, views, types, functions, schemas. None for a
   * statement that only sets something or writes rows; null when that could not be told (GRANT, DROP).
   */
  readonly about: readonly ObjectId[] | null
}

export function hashStatement({ sql }: SourceStatement): string {
  return hashTexts(sql).slice(0, 24)
}
