import type { CatalogObjectOf } from './object.ts'

/** Options are `name=value`, in the order given; a marker stands for a secret value (sql/secret-marker.ts). */
export type ForeignDataWrapperObject = CatalogObjectOf<
  'foreign-data-wrapper',
  { readonly handler: string | null; readonly validator: string | null; readonly options: readonly string[] }
>
export type ServerObject = CatalogObjectOf<
  'server',
  {
    readonly wrapper: string
    readonly type: string | null
    readonly version: string | null
    readonly options: readonly string[]
  }
>
/** Its path is `FOR user SERVER server`. */
export type UserMappingObject = CatalogObjectOf<
  'user-mapping',
  /** null where the reading role may not see them. */
  { readonly options: readonly string[] | null },
  /** As SQL writes it, or PUBLIC. */
  { readonly user: string }
>
