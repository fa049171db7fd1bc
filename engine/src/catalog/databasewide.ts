import type { CatalogObjectOf } from './object.ts'
import type { DefinedAttributes } from './routines.ts'

export type SchemaObject = CatalogObjectOf<'schema', Readonly<Record<never, never>>>
export type ExtensionObject = CatalogObjectOf<
  'extension',
  { readonly schema: string },
  { readonly version: string }
>

/** Kinds that are rare and simple: a statement that makes them, a name that drops them. */
export const definedKinds = [
  'access-method',
  'cast',
  'collation',
  'conversion',
  'language',
  'operator',
  'operator-class',
  'operator-family',
  'text-search-configuration',
  'text-search-dictionary',
  'text-search-parser',
  'text-search-template',
  'transform',
] as const
export type DefinedKind = (typeof definedKinds)[number]
export type DefinedObject = CatalogObjectOf<DefinedKind, DefinedAttributes, { readonly dropName: string }>

export type PublicationObject = CatalogObjectOf<
  'publication',
  {
    readonly allTables: boolean
    readonly options: readonly string[]
    /** `TABLE …` and `TABLES IN SCHEMA …` items, sorted. */
    readonly members: readonly string[]
  }
>
export type SubscriptionObject = CatalogObjectOf<
  'subscription',
  {
    readonly publications: readonly string[]
    readonly options: readonly string[]
    readonly enabled: boolean
  }
>
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
export type UserMappingObject = CatalogObjectOf<
  'user-mapping',
  { readonly options: readonly string[] },
  { readonly server: string; readonly user: string }
>
export type DefaultPrivilegeObject = CatalogObjectOf<
  'default-privilege',
  { readonly items: readonly string[] },
  { readonly role: string; readonly objects: string }
>
