import type { SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { companionKind } from './brand.ts'
import type { ColumnOf } from './columns-of.ts'
import type { Label } from './label.ts'
import type { Partitioning } from './partitions.ts'
import type { TableStorage } from './storage.ts'
import type { Deferrable, QualifiedName, Trigger } from './trigger.ts'

/** What Drizzle's `pgTable` cannot say about a table. Everything is optional; columns go by the keys of the model. */
export interface TableExtras<Column extends string = string> {
  readonly label?: Label
  /** COMMENT ON TABLE. */
  readonly comment?: string
  /** WITH (…); on a partitioned table, which has no storage of its own, for each partition. */
  readonly storage?: TableStorage
  readonly partitionBy?: Partitioning<Column>
  readonly triggers?: readonly Trigger<Column>[]
  readonly columns?: { readonly [Key in Column]?: ColumnExtras }
  /** By the name of the constraint. */
  readonly constraints?: Readonly<Record<string, ConstraintExtras<Column>>>
  /** By the name of the index. */
  readonly indexes?: Readonly<Record<string, IndexExtras<Column>>>
  readonly exclusions?: readonly Exclusion[]
  /** The name before; without a schema it means the same schema as now. */
  readonly renamedFrom?: QualifiedName
  readonly replicaIdentity?: 'full' | 'nothing' | { readonly index: string }
  readonly unlogged?: boolean
  /** FORCE ROW LEVEL SECURITY: the policies bind the table's owner, too. */
  readonly forceRowLevelSecurity?: boolean
}

export interface ColumnExtras {
  readonly comment?: string
  readonly collation?: string | { readonly schema: string; readonly name: string }
  readonly storage?: 'plain' | 'external' | 'extended' | 'main'
  readonly compression?: 'pglz' | 'lz4'
  /** SET STATISTICS: 0 to 10000. */
  readonly statistics?: number
  /** How a generated column keeps its value; `virtual` needs PostgreSQL 18. */
  readonly generated?: 'stored' | 'virtual'
  readonly renamedFrom?: string
  /** The value for rows that exist when the column is added: an expression over the row's other columns. */
  readonly backfill?: SQL
}

export interface ConstraintExtras<Column extends string = string> {
  readonly comment?: string
  readonly deferrable?: Deferrable
  /** NOT VALID: binds new rows only. For foreign keys and checks. */
  readonly notValid?: boolean
  /** NO INHERIT, for checks. */
  readonly noInherit?: boolean
  /** MATCH FULL, for foreign keys of several columns. */
  readonly match?: 'full'
  /** INCLUDE, for primary keys and uniques. */
  readonly include?: readonly Column[]
}

export interface IndexExtras<Column extends string = string> {
  readonly comment?: string
  readonly include?: readonly Column[]
  readonly nullsNotDistinct?: boolean
}

/** EXCLUDE: `{ name, using: 'gist', elements: sql`${t.room} WITH =, ${t.during} WITH &&` }`. */
export interface Exclusion {
  readonly name: string
  readonly using: string
  readonly elements: SQL
  readonly where?: SQL
  readonly deferrable?: Deferrable
  readonly comment?: string
}

export interface Extension {
  readonly [companionKind]: 'extension'
  readonly table: PgTable
  readonly extras: TableExtras
}

/**
 * Says about a Drizzle table what Drizzle cannot say. Export the result beside the table:
 * `export const usersExtras = extend(users, { storage: { fillfactor: 80 } })`.
 */
export function extend<Table extends PgTable>(table: Table, extras: TableExtras<ColumnOf<Table>>): Extension {
  return { [companionKind]: 'extension', table, extras: extras as unknown as TableExtras }
}
