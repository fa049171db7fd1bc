import type { CatalogObjectOf, ObjectId } from './object.ts'

export interface TableAttributes {
  readonly persistence: 'permanent' | 'unlogged'
  /** `RANGE (created_at)`, as pg_get_partkeydef writes it. */
  readonly partitionKey: string | null
  /** The partitioned table this is a partition of. */
  readonly partitionOf: ObjectId | null
  /** `FOR VALUES …` or `DEFAULT`. */
  readonly partitionBound: string | null
  readonly inherits: readonly ObjectId[]
  readonly ofType: ObjectId | null
  /** `name=value`, sorted. */
  readonly storage: readonly string[]
  readonly toastStorage: readonly string[]
  readonly accessMethod: string | null
  readonly tablespace: string | null
  readonly rowSecurity: boolean
  readonly forceRowSecurity: boolean
  /** d(efault), n(othing), f(ull), or the name of the index. */
  readonly replicaIdentity: 'default' | 'nothing' | 'full' | { readonly index: string }
  /** The index CLUSTER would use. */
  readonly clusterOn: string | null
}

export interface TableFacts {
  /** pg_class.reltuples: -1 when never counted. */
  readonly rows: number
  readonly pages: number
}

export interface PartitionFacts {
  /** Columns that the partition key speaks of, in expressions as well: they cannot be altered. */
  readonly partitionColumns: readonly string[]
  /** What its bounds and those of its parents demand of a row, as a condition; null where it is no partition. */
  readonly partitionConstraint: string | null
  /** A DETACH CONCURRENTLY was broken off half way. */
  readonly isLeaving: boolean
}

export type TableObject = CatalogObjectOf<'table', TableAttributes, TableFacts & PartitionFacts>

export interface ForeignTableAttributes {
  readonly server: string
  readonly options: readonly string[]
  readonly inherits: readonly ObjectId[]
  readonly partitionOf: ObjectId | null
  readonly partitionBound: string | null
}
export type ForeignTableObject = CatalogObjectOf<'foreign-table', ForeignTableAttributes>

export interface ColumnAttributes {
  /** format_type's spelling, schema-qualified where the type is not PostgreSQL's own. */
  readonly type: string
  /** Only where it differs from the type's own. */
  readonly collation: string | null
  readonly notNull: boolean
  /** PG 18: name of the NOT NULL constraint where it is not the one PostgreSQL would choose. */
  readonly notNullName: string | null
  readonly notNullNoInherit: boolean
  readonly notNullValid: boolean
  readonly notNullComment: string | null
  readonly identity: IdentityAttributes | null
  readonly generated: { readonly kind: 'stored' | 'virtual'; readonly expression: string } | null
  readonly storage: string | null
  readonly compression: string | null
  readonly statistics: number | null
  readonly options: readonly string[]
  readonly foreignOptions: readonly string[]
  /** False for a column that a parent table defines. Not compared: no statement can take it back. */
  readonly local: boolean
}

export interface IdentityAttributes {
  readonly always: boolean
  readonly sequenceName: string
  readonly sequenceSchema: string
  readonly sequence: SequenceAttributes
  /** Of the sequence. */
  readonly comment: string | null
}

export interface ColumnFacts {
  /** What its type is stored as unless the column says otherwise: p, e, m or x (pg_type.typstorage). */
  readonly typeStorage: string
  /** PG 18: what its NOT NULL constraint is called, inherited or not. */
  readonly notNullConstraint: string | null
  /** Where the column has privileges of its own: whose table it is. */
  readonly tableOwner: string | null
  /** pg_attribute.attnum: the order of creation, no difference between existing tables. */
  readonly position: number
}

export type ColumnObject = CatalogObjectOf<'column', ColumnAttributes, ColumnFacts>

/** The DEFAULT of a column of a table or view: an object of its own, because its needs are not the column's. */
export type DefaultObject = CatalogObjectOf<'default', { readonly expression: string }>

export interface SequenceAttributes {
  readonly type: string
  readonly start: string
  readonly increment: string
  readonly min: string
  readonly max: string
  readonly cache: string
  readonly cycle: boolean
  readonly persistence: 'permanent' | 'unlogged'
}
export type SequenceObject = CatalogObjectOf<
  'sequence',
  SequenceAttributes & { readonly ownedBy: ObjectId | null }
>

export interface ConstraintAttributes {
  readonly type: 'primary-key' | 'unique' | 'check' | 'foreign-key' | 'exclusion'
  /** pg_get_constraintdef, without NOT VALID. */
  readonly definition: string
  readonly validated: boolean
  /** Defined by a parent table alone. Not compared. */
  readonly inherited: boolean
  /** Constraint of the partitioned table that this one belongs to. */
  readonly attachedTo: ObjectId | null
  readonly indexStorage: readonly string[]
  readonly indexTablespace: string | null
  readonly indexComment: string | null
}
export interface ConstraintFacts {
  /** What a check demands, as an expression over the row. */
  readonly expression: string | null
  readonly columns: readonly string[]
  readonly references: ObjectId | null
  readonly referencedColumns: readonly string[]
  /** Column names of a partitioned index: the indexes of its partitions are named after them. */
  readonly ownColumns: readonly string[]
}
export type ConstraintObject = CatalogObjectOf<'constraint', ConstraintAttributes, ConstraintFacts>

export interface IndexAttributes {
  /** pg_get_indexdef. */
  readonly definition: string
  readonly valid: boolean
  readonly attachedTo: ObjectId | null
  readonly tablespace: string | null
  /** Statistics targets by key column number (1-based), where set. */
  readonly statistics: readonly (readonly [number, number])[]
}
export interface IndexFacts {
  readonly unique: boolean
  /** Key columns by name; null where it is an expression. */
  readonly columns: readonly (string | null)[]
  readonly ownColumns: readonly string[]
  /** Of which rows a unique index lets each be there once, where that is more than its columns say. */
  readonly distinct: { readonly values: readonly string[]; readonly condition: string | null } | null
}
export type IndexObject = CatalogObjectOf<'index', IndexAttributes, IndexFacts>

export interface ViewAttributes {
  readonly definition: string
  readonly options: readonly string[]
  /** name and type, in order: CREATE OR REPLACE may only add at the end. */
  readonly columns: readonly (readonly [string, string])[]
  readonly columnComments: readonly (readonly [string, string])[]
}
export type ViewObject = CatalogObjectOf<'view', ViewAttributes>

export interface MaterializedViewAttributes extends ViewAttributes {
  readonly populated: boolean
  readonly accessMethod: string | null
  readonly tablespace: string | null
  readonly clusterOn: string | null
  /** Columns of which something was set: storage and compression by their codes. */
  readonly columnSettings: readonly ColumnSettings[]
}

export interface ColumnSettings {
  readonly name: string
  /** What its type is stored as unless something else was set. */
  readonly typeStorage: string
  readonly storage: string | null
  readonly compression: string | null
  readonly statistics: number | null
  readonly options: readonly string[]
}

export type MaterializedViewObject = CatalogObjectOf<
  'materialized-view',
  MaterializedViewAttributes,
  TableFacts
>

export type TriggerObject = CatalogObjectOf<
  'trigger',
  { readonly definition: string; readonly enabled: EnabledState }
>
export type RuleObject = CatalogObjectOf<
  'rule',
  { readonly definition: string; readonly enabled: EnabledState }
>
/** A trigger that fires otherwise on one partition than on the partitioned table it comes from. */
export type TriggerStateObject = CatalogObjectOf<
  'trigger-state',
  { readonly enabled: EnabledState },
  /** That of the trigger it is a copy of. */
  { readonly usual: EnabledState }
>
/** O = origin and local, D = disabled, R = replica, A = always (pg_trigger.tgenabled). */
export type EnabledState = 'O' | 'D' | 'R' | 'A'

export type PolicyObject = CatalogObjectOf<
  'policy',
  {
    readonly command: string
    readonly permissive: boolean
    readonly roles: readonly string[]
    readonly using: string | null
    readonly check: string | null
  }
>

export type StatisticsObject = CatalogObjectOf<
  'statistics',
  { readonly definition: string; readonly target: number | null }
>
