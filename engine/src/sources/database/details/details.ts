import type { ObjectId } from '../../../catalog/object.ts'

/**
 * What stands inside the definitions of a catalog, taken apart by PostgreSQL itself: for those who write objects in
 * another language than SQL. Expressions are in PostgreSQL's pretty spelling.
 */
export interface CatalogDetails {
  /** Those behind keys and exclusions, too, by their own names. */
  readonly indexes: ReadonlyMap<ObjectId, IndexDetails>
  readonly constraints: ReadonlyMap<ObjectId, ConstraintDetails>
  readonly triggers: ReadonlyMap<ObjectId, TriggerDetails>
  /** By table. */
  readonly partitionKeys: ReadonlyMap<ObjectId, PartitionKeyDetails>
  readonly policies: ReadonlyMap<ObjectId, { readonly using: string | null; readonly check: string | null }>
  /** Of defaults, generated columns and views, by the id of these. */
  readonly expressions: ReadonlyMap<ObjectId, string>
}

export interface IndexDetails {
  readonly method: string
  readonly unique: boolean
  readonly nullsNotDistinct: boolean
  readonly keys: readonly IndexKey[]
  readonly include: readonly string[]
  readonly predicate: string | null
  /** `name=value`. */
  readonly storage: readonly string[]
}

export interface IndexKey {
  /** null for an expression. */
  readonly column: string | null
  /** The column or expression as SQL. */
  readonly text: string
  /** Only where it is not that of the column or type. */
  readonly collation: string | null
  /** Only where it is not the type's default; with parameters, as SQL. */
  readonly operatorClass: string | null
  readonly descending: boolean
  readonly nullsFirst: boolean
}

export interface ConstraintDetails {
  readonly deferrable: 'initially immediate' | 'initially deferred' | null
  /** Of a check. */
  readonly expression: string | null
  readonly noInherit: boolean
  readonly onUpdate: string
  readonly onDelete: string
  readonly match: 'simple' | 'full' | 'partial'
  /** Columns of ON DELETE SET NULL (…); empty for all. */
  readonly setColumns: readonly string[]
  readonly enforced: boolean
  /** WITHOUT OVERLAPS or PERIOD. */
  readonly period: boolean
  /** Operators of an exclusion, as SQL. */
  readonly operators: readonly string[]
}

export interface TriggerDetails {
  readonly timing: 'before' | 'after' | 'instead of'
  readonly events: readonly ('insert' | 'update' | 'delete' | 'truncate')[]
  readonly of: readonly string[]
  readonly forEach: 'row' | 'statement'
  readonly when: string | null
  readonly function: { readonly schema: string; readonly name: string }
  readonly arguments: readonly string[]
  readonly oldTable: string | null
  readonly newTable: string | null
  /** A constraint trigger has one. */
  readonly deferrable: 'not deferrable' | 'initially immediate' | 'initially deferred' | null
  /** FROM another table. */
  readonly fromTable: boolean
}

export interface PartitionKeyDetails {
  readonly strategy: 'range' | 'list' | 'hash'
  /** null for an expression. */
  readonly columns: readonly (string | null)[]
  /** Of a key that is one expression. */
  readonly expression: string | null
  /** Operator classes and collations are those that a key has by itself. */
  readonly plain: boolean
}
