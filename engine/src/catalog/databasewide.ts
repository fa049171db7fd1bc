import type { CatalogObjectOf } from './object.ts'
import type { Privilege } from './privileges.ts'

export type SchemaObject = CatalogObjectOf<'schema', Readonly<Record<never, never>>>
export type ExtensionObject = CatalogObjectOf<
  'extension',
  { readonly schema: string },
  { readonly version: string }
>
/** `ALTER … DEPENDS ON EXTENSION`: a part of the routine, trigger, index or materialized view that goes with it. */
export type ExtensionDependencyObject = CatalogObjectOf<
  'extension-dependency',
  Readonly<Record<never, never>>,
  { readonly extension: string }
>

/** Routines are named with their schema; with their parameter types where the statement wants them. */
export type LanguageObject = CatalogObjectOf<
  'language',
  {
    readonly trusted: boolean
    readonly handler: string
    readonly inline: string | null
    readonly validator: string | null
  }
>
export type AccessMethodObject = CatalogObjectOf<
  'access-method',
  { readonly type: 'index' | 'table'; readonly handler: string }
>
/** Its path is `(source AS target)`. */
export type CastObject = CatalogObjectOf<
  'cast',
  {
    readonly method: 'function' | 'inout' | 'binary'
    readonly function: string | null
    readonly context: 'explicit' | 'assignment' | 'implicit'
  }
>
/** Its path is `FOR type LANGUAGE language`. */
export type TransformObject = CatalogObjectOf<
  'transform',
  { readonly fromSql: string | null; readonly toSql: string | null }
>
export type EventTriggerObject = CatalogObjectOf<
  'event-trigger',
  {
    readonly event: string
    readonly tags: readonly string[]
    readonly function: string
    readonly enabled: 'O' | 'D' | 'R' | 'A'
  }
>
/** Its path is `FOR ROLE role [IN SCHEMA schema] ON objects`; compared only where grants are. */
export type DefaultPrivilegeObject = CatalogObjectOf<
  'default-privilege',
  /** As privilegeLines writes them. */
  { readonly privileges: readonly string[] },
  {
    readonly role: string
    readonly inSchema: string | null
    readonly objects: DefaultPrivilegeTarget
    readonly privileges: readonly Privilege[]
  }
>
export type DefaultPrivilegeTarget =
  | 'TABLES'
  | 'SEQUENCES'
  | 'FUNCTIONS'
  | 'TYPES'
  | 'SCHEMAS'
  | 'LARGE OBJECTS'
