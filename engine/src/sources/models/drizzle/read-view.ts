import type { SQL } from 'drizzle-orm'
import { getMaterializedViewConfig, getViewConfig, PgMaterializedView, PgView } from 'drizzle-orm/pg-core'
import type { StorageValue, ViewModel } from '../model.ts'
import { present } from '../present.ts'
import { fragmentOfQuery } from './fragment.ts'
import { isEntity } from './is-entity.ts'
import type { Reading } from './reading.ts'

/** A view with its query; undefined for one that the model only refers to (`.existing()`). */
export function readView(
  view: PgView | PgMaterializedView,
  origin: string,
  reading: Reading,
): ViewModel | undefined {
  const materialized = isEntity(view, PgMaterializedView)
  const config = materialized ? getMaterializedViewConfig(view) : getViewConfig(view)
  const query = config.query as SQL | undefined
  if (query === undefined) return undefined
  return {
    origin,
    schema: config.schema ?? reading.defaultSchema,
    name: config.name,
    materialized,
    query: fragmentOfQuery(query, origin, reading),
    options: snakeCaseKeys(config.with ?? {}),
    withNoData: 'withNoData' in config && config.withNoData === true,
    needs: viewsIn(query, reading),
    ...present({
      using: 'using' in config ? config.using : undefined,
      tablespace: 'tablespace' in config ? config.tablespace : undefined,
    }),
  }
}

/** Drizzle says `securityBarrier`, PostgreSQL `security_barrier`. */
function snakeCaseKeys(options: object): Record<string, StorageValue> {
  return Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  )
}

function viewsIn(query: SQL, reading: Reading): ViewModel['needs'] {
  return query.queryChunks.flatMap((chunk) => {
    if (isEntity(chunk, PgView) || isEntity(chunk, PgMaterializedView)) {
      const { schema = reading.defaultSchema, name } = isEntity(chunk, PgView)
        ? getViewConfig(chunk)
        : getMaterializedViewConfig(chunk)
      return [{ schema, name }]
    }
    return isNested(chunk) ? viewsIn(chunk, reading) : []
  })
}

function isNested(chunk: unknown): chunk is SQL {
  return typeof chunk === 'object' && chunk !== null && 'queryChunks' in chunk
}
