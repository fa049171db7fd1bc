import { quoteQualified } from '../../../sql/quote.ts'
import type { TableModel } from '../model.ts'
import { columnClause } from './column-clause.ts'
import { constraintClause } from './constraint-clause.ts'
import { storageClause } from './storage-clause.ts'

/** The table with its columns and all constraints but foreign keys, and those that must come NOT VALID. */
export function createTable(table: TableModel): string {
  const { partitioning } = table
  const parts = [
    ...table.columns.map((column) => columnClause(column, table.schema)),
    ...table.constraints.filter((constraint) => !comesNotValid(constraint)).map(constraintClause),
  ]
  const body = parts.length === 0 ? '()' : `(\n${parts.map((part) => `  ${part}`).join(',\n')}\n)`
  const name = quoteQualified(table.schema, table.name)
  if (partitioning !== undefined) return `CREATE TABLE ${name} ${body} PARTITION BY ${partitioning.key}`
  return `CREATE ${table.unlogged ? 'UNLOGGED ' : ''}TABLE ${name} ${body}${storageClause(table.storage)}`
}

/** CREATE TABLE takes NOT VALID and ignores it: a new table has no rows to be wrong. */
export function comesNotValid(constraint: TableModel['constraints'][number]): boolean {
  return constraint.kind === 'check' && constraint.notValid
}

/** The partitions of a table. What is stored is theirs: a partitioned table has no storage of its own. */
export function createPartitions(table: TableModel): readonly string[] {
  const parent = quoteQualified(table.schema, table.name)
  return (table.partitioning?.partitions ?? []).map(({ name, bound }) => {
    const create = `CREATE ${table.unlogged ? 'UNLOGGED ' : ''}TABLE ${quoteQualified(table.schema, name)}`
    return `${create} PARTITION OF ${parent} ${bound}${storageClause(table.storage)}`
  })
}
