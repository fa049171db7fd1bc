import type { CatalogObjectOf } from './object.ts'

export type EnumObject = CatalogObjectOf<'enum', { readonly labels: readonly string[] }>

export type DomainObject = CatalogObjectOf<
  'domain',
  {
    readonly type: string
    readonly collation: string | null
    readonly notNull: boolean
    /** PG 17: name of the NOT NULL constraint where it is not the one PostgreSQL would choose. */
    readonly notNullName: string | null
    readonly notNullComment: string | null
    readonly default: string | null
  }
>

export type DomainConstraintObject = CatalogObjectOf<
  'domain-constraint',
  { readonly definition: string; readonly validated: boolean }
>

export type CompositeObject = CatalogObjectOf<
  'composite',
  {
    readonly attributes: readonly {
      readonly name: string
      readonly type: string
      readonly collation: string | null
      readonly comment: string | null
    }[]
  }
>

export type RangeObject = CatalogObjectOf<
  'range',
  {
    readonly subtype: string
    readonly operatorClass: string | null
    readonly collation: string | null
    readonly canonical: string | null
    readonly difference: string | null
    readonly multirange: string
  }
>

/** Base types and shell types: made of C functions, so only what CREATE TYPE takes. */
export type BaseTypeObject = CatalogObjectOf<
  'base-type',
  { readonly defined: boolean; readonly options: readonly string[] }
>
