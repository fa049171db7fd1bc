import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'

/** What a database says of the relations that a plan touches, beyond what they are: how full and how busy they are. */
export interface Usage {
  readonly tables: ReadonlyMap<ObjectId, TableUsage>
  /** How many values of a column or rows of a table would go; counted for losses only. */
  readonly lost: ReadonlyMap<ObjectId, number>
  /** Scans of an index since the server last forgot its counts (pg_stat_user_indexes.idx_scan). */
  readonly indexScans: ReadonlyMap<ObjectId, number>
  /** How much of its numbers a key has used up. */
  readonly keys: readonly KeyUsage[]
}

export interface TableUsage {
  readonly rows: number
  /** Counted, not estimated. */
  readonly exact: boolean
  /** With TOAST, without indexes. */
  readonly bytes: number
  /** Scans of it and its indexes, on average since the server last forgot its counts (pg_stat_user_tables). */
  readonly scansPerSecond: number
  /** Other sessions that hold a lock on it at this moment. */
  readonly sessions: number
}

export interface KeyUsage {
  readonly table: ObjectId
  readonly column: ObjectId
  /** 0 to 1. */
  readonly share: number
}

export const noUsage: Usage = { tables: new Map(), lost: new Map(), indexScans: new Map(), keys: [] }

/** Rows of a table as far as known: counted, estimated, or what its last ANALYZE saw; 0 where there is none. */
export function rowsOf(table: ObjectId, from: CatalogIndex, usage: Usage): number {
  const known = usage.tables.get(table)
  if (known) return known.rows
  const object = from.get(table)
  if (object?.kind !== 'table' && object?.kind !== 'materialized-view') return 0
  const own = Math.max(0, object.facts.rows)
  return from.childrenOf(table).reduce((sum, child) => sum + rowsOf(child.id, from, usage), own)
}

/** Bytes of a table with all its partitions. */
export function bytesOf(table: ObjectId, from: CatalogIndex, usage: Usage): number {
  const known = usage.tables.get(table)
  if (known) return known.bytes
  const object = from.get(table)
  if (object?.kind !== 'table' && object?.kind !== 'materialized-view') return 0
  const own = object.facts.pages * 8192
  return from.childrenOf(table).reduce((sum, child) => sum + bytesOf(child.id, from, usage), own)
}
