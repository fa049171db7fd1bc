import type { Label } from '../../models/label.ts'

/** Models as SQL: what an empty database must be told to become what they say. */
export interface DesiredScript {
  /**
   * In an order that works: what is referenced comes first where that can be seen without a database. The models'
   * own names are qualified; expressions are as their author wrote them and expect a search_path that starts with
   * the default schema.
   */
  readonly statements: readonly ScriptStatement[]
  readonly tables: readonly ModelTable[]
  /** Roles that the statements mention. They belong to the whole server, so `statements` does not create them. */
  readonly roles: readonly ModelRole[]
  /** From this moment on a partition policy asks for other partitions: read the models again. */
  readonly expiresAt?: Date
}

export interface ScriptStatement {
  /** One statement without its semicolon. */
  readonly sql: string
  /** The name under which the module exports what this comes from. */
  readonly origin: string
  readonly kind: StatementKind
}

/** In the order in which the statements come. */
export const statementKinds = [
  'schema',
  'type',
  'sequence',
  'table',
  'constraint',
  'index',
  'view',
  'trigger',
  'policy',
  'other',
  'comment',
] as const
export type StatementKind = (typeof statementKinds)[number]

/** What the models say about a table beyond its SQL. Partitions are not listed on their own. */
export interface ModelTable {
  readonly origin: string
  readonly schema: string
  readonly name: string
  readonly labels: Label
  readonly renamedFrom?: { readonly schema: string; readonly name: string }
  readonly columns: readonly ModelColumn[]
  readonly partitions: readonly string[]
  readonly partitionPolicy?: PartitionPolicy
}

export interface ModelColumn {
  readonly name: string
  readonly renamedFrom?: string
  /** SQL expression over the other columns of the row. */
  readonly backfill?: string
}

/**
 * Partitions that come and go with the calendar. A partition that is named by the policy and absent from the models
 * is an older (or an earlier made) one: no difference, and never to be dropped for the models' sake.
 */
export interface PartitionPolicy {
  readonly kind: 'monthly'
  readonly column: string
  readonly ahead: number
  /** A partition is `<prefix>YYYY_MM`. */
  readonly prefix: string
  readonly defaultPartition?: string
}

export interface ModelRole {
  readonly name: string
  /** Creates the role as the model describes it where it is missing, for a scratch database. */
  readonly sql: string
}
