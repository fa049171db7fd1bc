import type { PlainColumn, PlainTable } from '../create/plain-sketch.ts'

/** The tables as a module of Drizzle models, as somebody would have written it. */
export function drizzleModule(tables: readonly PlainTable[]): string {
  const functions =
    'bigint, boolean, foreignKey, index, integer, jsonb, numeric, pgTable, text, timestamp, uuid'
  return [`import { ${functions} } from 'drizzle-orm/pg-core'`, ...tables.map(tableCode), ''].join('\n\n')
}

function tableCode({ name, columns, foreignKeys, indexes }: PlainTable): string {
  const lines = columns.map((column) => `  ${column.name}: ${columnCode(column)},\n`)
  const list = [
    ...indexes.map((one) => `index('${one.name}').on(t.${one.columns[0]})`),
    ...foreignKeys.map((one) => foreignKeyCode(name, one)),
  ]
  return `export const ${name} = pgTable('${name}', {\n${lines.join('')}}, (t) => [${list.join(', ')}])`
}

/** Under the name that PostgreSQL chooses. */
function foreignKeyCode(table: string, key: PlainTable['foreignKeys'][number]): string {
  const columns = `columns: [t.${key.column}], foreignColumns: [${key.table === table ? 't' : key.table}.id]`
  return `foreignKey({ name: '${table}_${key.column}_fkey', ${columns} }).onDelete('${key.onDelete}')`
}

function columnCode({ name, type, identity, nullable, default: value }: PlainColumn): string {
  const links = [typeCode(name, type)]
  if (identity) links.push('primaryKey()', 'generatedAlwaysAsIdentity()')
  else if (!nullable) links.push('notNull()')
  if (value) links.push('expression' in value ? 'defaultNow()' : `default(${JSON.stringify(value.value)})`)
  return links.join('.')
}

function typeCode(name: string, type: string): string {
  switch (type) {
    case 'bigint':
      return `bigint('${name}', { mode: 'number' })`
    case 'numeric(10, 2)':
      return `numeric('${name}', { precision: 10, scale: 2 })`
    case 'timestamp with time zone':
      return `timestamp('${name}', { withTimezone: true })`
    default:
      return `${type}('${name}')`
  }
}
