import type { Label } from '../../models/label.ts'
import type { Deferrable } from '../../models/trigger.ts'
import type { ModelRole, PartitionPolicy } from './desired-script.ts'

/**
 * The models in our own words: names plain, types and expressions as SQL text. Whoever reads them (the adapter) knows
 * Drizzle; whoever writes SQL from them does not.
 */
export interface Model {
  readonly schemas: readonly SchemaModel[]
  readonly enums: readonly EnumModel[]
  readonly sequences: readonly SequenceModel[]
  readonly tables: readonly TableModel[]
  readonly views: readonly ViewModel[]
  readonly roles: readonly ModelRole[]
  readonly comments: readonly CommentModel[]
}

export interface Named {
  /** Export name. */
  readonly origin: string
  readonly schema: string
  readonly name: string
}

export interface SchemaModel {
  readonly origin: string
  readonly name: string
}

export interface EnumModel extends Named {
  readonly values: readonly string[]
}

export interface SequenceModel extends Named {
  readonly options: SequenceOptions
}

/** Whole numbers as text, because they may exceed 2^53. */
export interface SequenceOptions {
  readonly increment?: string
  readonly minValue?: string
  readonly maxValue?: string
  readonly start?: string
  readonly cache?: string
  readonly cycle?: boolean
}

export interface TableModel extends Named {
  readonly columns: readonly ColumnModel[]
  readonly constraints: readonly ConstraintModel[]
  readonly foreignKeys: readonly ForeignKeyModel[]
  readonly indexes: readonly IndexModel[]
  readonly policies: readonly PolicyModel[]
  readonly triggers: readonly TriggerModel[]
  readonly rowLevelSecurity: 'off' | 'on' | 'forced'
  readonly partitioning?: PartitioningModel
  readonly storage: Readonly<Record<string, StorageValue>>
  readonly unlogged: boolean
  readonly replicaIdentity?: 'full' | 'nothing' | { readonly index: string }
  readonly label: Label
  readonly comment?: string
  readonly renamedFrom?: { readonly schema: string; readonly name: string }
}

export type StorageValue = number | boolean | string

export interface ColumnModel {
  readonly name: string
  readonly type: string
  /** The enum that the type is, or is an array of. */
  readonly enum?: { readonly schema: string; readonly name: string }
  readonly notNull: boolean
  readonly default?: string
  readonly identity?: IdentityModel
  readonly generated?: { readonly expression: string; readonly kind: 'stored' | 'virtual' }
  /** As SQL: quoted, qualified where it must be. */
  readonly collation?: string
  readonly storage?: string
  readonly compression?: string
  readonly statistics?: number
  readonly comment?: string
  readonly renamedFrom?: string
  readonly backfill?: string
}

export interface IdentityModel {
  readonly always: boolean
  readonly sequenceName?: string
  readonly options: SequenceOptions
}

interface ConstraintBase {
  readonly comment?: string
}

/** A name is absent only where PostgreSQL chooses it: for the primary key declared on its column. */
export type ConstraintModel = ConstraintBase &
  (
    | {
        readonly kind: 'primary-key'
        readonly name?: string
        readonly columns: readonly string[]
        readonly include: readonly string[]
        readonly deferrable?: Deferrable
      }
    | {
        readonly kind: 'unique'
        readonly name: string
        readonly columns: readonly string[]
        readonly include: readonly string[]
        readonly nullsNotDistinct: boolean
        readonly deferrable?: Deferrable
      }
    | {
        readonly kind: 'check'
        readonly name: string
        readonly expression: string
        readonly noInherit: boolean
        readonly notValid: boolean
      }
    | {
        readonly kind: 'exclusion'
        readonly name: string
        readonly using: string
        readonly elements: string
        readonly where?: string
        readonly deferrable?: Deferrable
      }
  )

export interface ForeignKeyModel extends ConstraintBase {
  readonly name: string
  readonly columns: readonly string[]
  readonly references: {
    readonly schema: string
    readonly table: string
    readonly columns: readonly string[]
  }
  readonly onDelete: string
  readonly onUpdate: string
  readonly matchFull: boolean
  readonly deferrable?: Deferrable
  readonly notValid: boolean
}

export interface IndexModel {
  readonly name: string
  readonly unique: boolean
  readonly method: string
  /** Each as SQL: a column or an expression with operator class and order. */
  readonly elements: readonly string[]
  readonly include: readonly string[]
  readonly nullsNotDistinct: boolean
  readonly storage: Readonly<Record<string, StorageValue>>
  readonly where?: string
  readonly comment?: string
}

export interface PolicyModel {
  readonly name: string
  readonly restrictive: boolean
  readonly command: string
  readonly roles: readonly string[]
  readonly using?: string
  readonly withCheck?: string
}

export interface TriggerModel {
  readonly name: string
  readonly timing: 'before' | 'after'
  readonly events: readonly string[]
  readonly of: readonly string[]
  readonly forEach: 'row' | 'statement'
  readonly when?: string
  readonly execute: { readonly schema: string; readonly name: string }
  readonly arguments: readonly string[]
  readonly oldTable?: string
  readonly newTable?: string
  readonly deferrable?: Deferrable
  readonly onPartitions: boolean
  readonly comment?: string
}

export interface PartitioningModel {
  /** `RANGE (created_at)`. */
  readonly key: string
  /** Bounds as SQL: `FOR VALUES …` or `DEFAULT`. */
  readonly partitions: readonly { readonly name: string; readonly bound: string }[]
  readonly policy?: PartitionPolicy
  readonly expiresAt?: Date
}

export interface ViewModel extends Named {
  readonly materialized: boolean
  readonly query: string
  readonly options: Readonly<Record<string, StorageValue>>
  readonly using?: string
  readonly tablespace?: string
  readonly withNoData: boolean
  /** Other views of the models that the query names. */
  readonly needs: readonly { readonly schema: string; readonly name: string }[]
}

export interface CommentModel {
  readonly origin: string
  /** As COMMENT ON wants it: `TYPE public.mood`. */
  readonly on: string
  readonly text: string
}
