import type { CatalogObjectOf } from './object.ts'

export type CollationObject = CatalogObjectOf<
  'collation',
  {
    readonly provider: 'libc' | 'icu' | 'builtin'
    /** Of icu and builtin, and of libc where both its parts are the same. */
    readonly locale: string | null
    readonly collate: string | null
    readonly characterType: string | null
    readonly deterministic: boolean
    readonly rules: string | null
  }
>

export type ConversionObject = CatalogObjectOf<
  'conversion',
  {
    readonly isDefault: boolean
    readonly source: string
    readonly destination: string
    readonly function: string
  }
>

export type TextSearchParserObject = CatalogObjectOf<
  'text-search-parser',
  {
    readonly start: string
    readonly token: string
    readonly end: string
    readonly headline: string | null
    readonly lexTypes: string
  }
>
export type TextSearchTemplateObject = CatalogObjectOf<
  'text-search-template',
  { readonly init: string | null; readonly lexize: string }
>
export type TextSearchDictionaryObject = CatalogObjectOf<
  'text-search-dictionary',
  {
    readonly template: string
    /** `name = value, …` as pg_ts_dict keeps it: SQL of PostgreSQL's own making. */
    readonly options: string | null
  }
>
export type TextSearchConfigurationObject = CatalogObjectOf<
  'text-search-configuration',
  {
    readonly parser: string
    /** Token type and its dictionaries, in the order of token types. */
    readonly mappings: readonly (readonly [token: string, dictionaries: readonly string[]])[]
  }
>
