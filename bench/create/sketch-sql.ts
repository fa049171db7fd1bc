import type { PlainColumn, PlainTable } from './plain-sketch.ts'

/** The sketch as one script of plain SQL, the least that anybody has to send. */
export function sketchSql(tables: readonly PlainTable[]): string {
  return `${tables.flatMap(tableSql).join(';\n')};\n`
}

function tableSql(table: PlainTable): string[] {
  const parts = [
    ...table.columns.map(columnSql),
    ...table.uniques.map((key) => `CONSTRAINT ${key.name} UNIQUE (${key.columns.join(', ')})`),
    ...table.foreignKeys.map(
      (key) => `FOREIGN KEY (${key.column}) REFERENCES ${key.table} (id) ON DELETE ${key.onDelete}`,
    ),
  ]
  const indexes = table.indexes.map(
    (index) => `CREATE INDEX ${index.name} ON ${table.name} (${index.columns.join(', ')})`,
  )
  return [`CREATE TABLE ${table.name} (\n  ${parts.join(',\n  ')}\n)`, ...indexes]
}

function columnSql(column: PlainColumn): string {
  const words = [column.name, column.type]
  if (column.identity) words.push('GENERATED ALWAYS AS IDENTITY PRIMARY KEY')
  else if (!column.nullable) words.push('NOT NULL')
  if (column.default) words.push(`DEFAULT ${defaultSql(column.default)}`)
  return words.join(' ')
}

function defaultSql(value: NonNullable<PlainColumn['default']>): string {
  if ('expression' in value) return value.expression
  return typeof value.value === 'string' ? `'${value.value}'` : String(value.value)
}
