/** Storage parameters of a table (manual, CREATE TABLE, "Storage Parameters"), by PostgreSQL's own names. */
export interface TableStorage {
  readonly fillfactor?: number
  readonly toast_tuple_target?: number
  readonly parallel_workers?: number
  readonly user_catalog_table?: boolean
  readonly autovacuum_enabled?: boolean
  readonly vacuum_index_cleanup?: boolean | 'auto'
  readonly vacuum_truncate?: boolean
  readonly autovacuum_vacuum_threshold?: number
  readonly autovacuum_vacuum_max_threshold?: number
  readonly autovacuum_vacuum_scale_factor?: number
  readonly autovacuum_vacuum_insert_threshold?: number
  readonly autovacuum_vacuum_insert_scale_factor?: number
  readonly autovacuum_analyze_threshold?: number
  readonly autovacuum_analyze_scale_factor?: number
  readonly autovacuum_vacuum_cost_delay?: number
  readonly autovacuum_vacuum_cost_limit?: number
  readonly autovacuum_freeze_min_age?: number
  readonly autovacuum_freeze_max_age?: number
  readonly autovacuum_freeze_table_age?: number
  readonly autovacuum_multixact_freeze_min_age?: number
  readonly autovacuum_multixact_freeze_max_age?: number
  readonly autovacuum_multixact_freeze_table_age?: number
  readonly log_autovacuum_min_duration?: number
  /** The same for the table's TOAST table: `'toast.autovacuum_enabled': false`. */
  readonly [parameter: `toast.${string}`]: number | boolean | undefined
}
