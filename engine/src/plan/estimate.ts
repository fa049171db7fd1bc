import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { bytesOf, rowsOf, type Usage } from './usage.ts'
import type { Work } from './work.ts'

/**
 * How fast PostgreSQL does each kind of work. Measured on PostgreSQL 18 with two cores and 128 MB of shared buffers, a
 * table of 1,000,000 rows and 167 MB in memory: check 0.20 s, foreign key 0.67 s, index of bigint 0.52 s and of 32
 * letters 2.86 s, rewriting 1.91 s without an index, UPDATE of all rows 3.27 s, copy 1.22 s. Halved, because servers
 * have other things to do and tables do not always lie in memory: an estimate that says minutes means minutes.
 */
export const rates = {
  scanBytesPerSecond: 200e6,
  indexRowsPerSecond: 400e3,
  rewriteBytesPerSecond: 45e6,
  updateRowsPerSecond: 150e3,
  copyBytesPerSecond: 70e6,
} as const

/** Milliseconds that the work will take, without waiting for locks; 0 for what takes a moment. */
export function estimateMs(work: Work, from: CatalogIndex, usage: Usage): number {
  const bytes = sum(work.tables, (table) => bytesOf(table, from, usage))
  const rows = sum(work.tables, (table) => rowsOf(table, from, usage))
  if (rows === 0) return 0
  return Math.round(1000 * seconds(work, bytes, rows, from))
}

function seconds({ kind, tables }: Work, bytes: number, rows: number, from: CatalogIndex): number {
  switch (kind) {
    case 'moment':
      return 0
    case 'scan':
      return bytes / rates.scanBytesPerSecond
    case 'index-build':
      return bytes / rates.scanBytesPerSecond + rows / rates.indexRowsPerSecond
    case 'rewrite':
      return (
        bytes / rates.rewriteBytesPerSecond + (indexCount(tables, from) * rows) / rates.indexRowsPerSecond
      )
    case 'update':
      return rows / rates.updateRowsPerSecond
    case 'copy':
      return bytes / rates.copyBytesPerSecond
  }
}

/** A table that is written anew gets its indexes anew. */
function indexCount(tables: readonly ObjectId[], from: CatalogIndex): number {
  return sum(tables, (table) => {
    const keys = from
      .partsOfKind(table, 'constraint')
      .filter(({ attributes }) => attributes.type === 'primary-key' || attributes.type === 'unique')
    return from.partsOfKind(table, 'index').length + keys.length
  })
}

function sum(tables: readonly ObjectId[], value: (table: ObjectId) => number): number {
  return tables.reduce((total, table) => total + value(table), 0)
}
