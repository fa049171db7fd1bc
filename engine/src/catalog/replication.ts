import type { CatalogObjectOf } from './object.ts'

export type PublicationObject = CatalogObjectOf<
  'publication',
  {
    readonly allTables: boolean
    /** insert, update, delete, truncate, in this order. */
    readonly publish: readonly string[]
    readonly viaRoot: boolean
    readonly generatedColumns: 'none' | 'stored'
  }
>
/** A part of its publication; its path is `publication.schema.table`. */
export type PublicationTableObject = CatalogObjectOf<
  'publication-table',
  { readonly columns: readonly string[] | null; readonly where: string | null },
  { readonly table: string }
>
export type PublicationSchemaObject = CatalogObjectOf<'publication-schema', Readonly<Record<never, never>>>

export type SubscriptionObject = CatalogObjectOf<
  'subscription',
  {
    /** A marker in the place of the connection string; null where the reading role may not see it. */
    readonly connection: string | null
    readonly publications: readonly string[]
    readonly slot: string | null
    readonly enabled: boolean
    /** `name = value` of all other options; those that PostgreSQL leaves off by itself are left out. */
    readonly options: readonly string[]
  }
>
