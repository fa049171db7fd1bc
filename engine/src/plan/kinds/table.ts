import { pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { ColumnObject, ConstraintObject, TableObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { columnDefinition, columnOptions, columnSettings, storageOption } from './column.ts'

/** What of a new table can stand inside its CREATE TABLE; the rest follows in statements of its own. */
export interface TableParts {
  /** Columns of its own; a partition has none. */
  readonly columns: readonly ColumnObject[]
  /** What a partition adds to the columns of its parent. */
  readonly notNullAdditions: readonly ColumnObject[]
  readonly defaults: ReadonlyMap<ObjectId, string>
  readonly constraints: readonly ConstraintObject[]
}

export function createTable(table: TableObject, parts: TableParts): string {
  const {
    persistence,
    partitionKey,
    partitionOf,
    partitionBound,
    inherits,
    ofType,
    accessMethod,
    tablespace,
  } = table.attributes
  const sql = [`CREATE ${persistence === 'unlogged' ? 'UNLOGGED ' : ''}TABLE ${pathOf(table.id)}`]
  if (ofType) sql.push(`OF ${pathOf(ofType)}`)
  if (partitionOf) sql.push(`PARTITION OF ${pathOf(partitionOf)}`)
  const lines = ofType ? typedLines(parts) : partLines(parts)
  if (lines.length > 0) sql.push(`(\n  ${lines.join(',\n  ')}\n)`)
  else if (!partitionOf && !ofType) sql.push('()')
  if (partitionOf) sql.push(partitionBound ?? '')
  if (inherits.length > 0) sql.push(`INHERITS (${inherits.map(pathOf).join(', ')})`)
  if (partitionKey) sql.push(`PARTITION BY ${partitionKey}`)
  if (accessMethod) sql.push(`USING ${quoteIdentifier(accessMethod)}`)
  const storage = tableStorage(table)
  if (storage.length > 0) sql.push(`WITH (${storage.join(', ')})`)
  if (tablespace) sql.push(`TABLESPACE ${quoteIdentifier(tablespace)}`)
  return sql.join(' ')
}

export function tableStorage(table: TableObject): string[] {
  return [
    ...table.attributes.storage.map(storageOption),
    ...table.attributes.toastStorage.map((option) => `toast.${storageOption(option)}`),
  ]
}

/** Of a typed table: its columns come with the type, without default and NOT NULL. */
function typedLines({ columns, defaults, constraints }: TableParts): string[] {
  return [
    ...columns.flatMap((column) => {
      const options = columnOptions(column, defaults.get(column.id))
      return options.length > 0 ? [`${quoteIdentifier(column.name)} WITH OPTIONS ${options.join(' ')}`] : []
    }),
    ...constraints.map(constraintClause),
  ]
}

/** The lines between the parentheses. */
export function partLines({ columns, notNullAdditions, defaults, constraints }: TableParts): string[] {
  return [
    ...columns.map((column) => columnDefinition(column, defaults.get(column.id))),
    ...notNullAdditions.map((column) => `${quoteIdentifier(column.name)} WITH OPTIONS NOT NULL`),
    ...constraints.map(constraintClause),
  ]
}

export function constraintClause(constraint: ConstraintObject): string {
  const { definition, validated } = constraint.attributes
  return `CONSTRAINT ${quoteIdentifier(constraint.name)} ${definition}${validated ? '' : ' NOT VALID'}`
}

/** The index behind a key: its parameters are set afterwards, while the table is still empty. */
export function keyIndexSettings(constraint: ConstraintObject): string[] {
  const { indexStorage, indexTablespace } = constraint.attributes
  const index = quoteQualified(constraint.schema ?? '', constraint.name)
  return [
    ...(indexStorage.length > 0
      ? [`ALTER INDEX ${index} SET (${indexStorage.map(storageOption).join(', ')})`]
      : []),
    ...(indexTablespace ? [`ALTER INDEX ${index} SET TABLESPACE ${quoteIdentifier(indexTablespace)}`] : []),
  ]
}

/** Statements about a new table that CREATE TABLE has no words for. */
export function tableSettings(table: TableObject, columns: readonly ColumnObject[]): string[] {
  const { rowSecurity, forceRowSecurity, replicaIdentity } = table.attributes
  const settings = columns.flatMap(columnSettings)
  if (rowSecurity) settings.push('ENABLE ROW LEVEL SECURITY')
  if (forceRowSecurity) settings.push('FORCE ROW LEVEL SECURITY')
  if (replicaIdentity === 'nothing' || replicaIdentity === 'full')
    settings.push(`REPLICA IDENTITY ${replicaIdentity.toUpperCase()}`)
  return settings.map((setting) => `ALTER TABLE ${pathOf(table.id)} ${setting}`)
}
