import type { CatalogObjectOf } from './object.ts'

export interface RoutineFacts {
  /** pg_get_function_identity_arguments: what DROP and COMMENT want. */
  readonly identityArguments: string
}

export interface FunctionAttributes {
  readonly routine: 'function' | 'procedure' | 'window'
  /** pg_get_functiondef. */
  readonly definition: string
  readonly result: string
  /** How many parameters have a default. */
  readonly defaults: number
}
export type FunctionObject = CatalogObjectOf<'function', FunctionAttributes, RoutineFacts>

export type AggregateObject = CatalogObjectOf<'aggregate', { readonly definition: string }, RoutineFacts>
