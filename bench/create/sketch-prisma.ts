import type { PlainColumn, PlainKey, PlainTable } from './plain-sketch.ts'

/** The sketch as a Prisma schema. Prisma knows no identity columns, so its keys are bigserial. */
export function sketchPrisma(tables: readonly PlainTable[]): string {
  const source = 'datasource db {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n}\n'
  return [source, ...tables.map((table) => model(table, tables))].join('\n')
}

function model(table: PlainTable, tables: readonly PlainTable[]): string {
  const lines = [
    ...table.columns.map(field),
    ...table.foreignKeys.map((key) => {
      const action = key.onDelete.replace(/(^| )(\w)/g, (_, __, letter: string) => letter.toUpperCase())
      return `${key.column}_row ${key.table}${optional(table, key.column)} @relation("${relation(table, key.column)}", fields: [${key.column}], references: [id], onDelete: ${action}, onUpdate: NoAction)`
    }),
    ...tables.flatMap((other) => backReferences(table, other)),
    ...table.indexes.map((index) => `@@index(${keyArguments(index)})`),
    ...table.uniques.map((key) => `@@unique(${keyArguments(key)})`),
  ]
  return `model ${table.name} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
}

/** Prisma wants each relation named on both of its sides. */
function backReferences(table: PlainTable, other: PlainTable): string[] {
  return other.foreignKeys
    .filter((key) => key.table === table.name)
    .map(
      (key) => `${other.name}_by_${key.column} ${other.name}[] @relation("${relation(other, key.column)}")`,
    )
}

function relation(table: PlainTable, column: string): string {
  return `${table.name}_${column}`
}

function optional(table: PlainTable, column: string): string {
  return table.columns.find((known) => known.name === column)?.nullable ? '?' : ''
}

const types: Readonly<Record<string, string>> = {
  bigint: 'BigInt',
  integer: 'Int',
  text: 'String',
  boolean: 'Boolean',
  jsonb: 'Json',
  uuid: 'String @db.Uuid',
  'timestamp with time zone': 'DateTime @db.Timestamptz',
}

function field(column: PlainColumn): string {
  if (column.identity) return `${column.name} BigInt @id @default(autoincrement())`
  const decimal = /\((\d+), (\d+)\)/.exec(column.type)
  const written = decimal ? `Decimal @db.Decimal(${decimal[1]}, ${decimal[2]})` : (types[column.type] ?? '')
  const [type, ...attributes] = written.split(' ')
  const words = [column.name, `${type}${column.nullable ? '?' : ''}`, ...attributes]
  if (column.default) words.push(`@default(${defaultValue(column.default)})`)
  return words.join(' ')
}

function defaultValue(value: NonNullable<PlainColumn['default']>): string {
  return 'expression' in value ? value.expression : JSON.stringify(value.value)
}

function keyArguments(key: PlainKey): string {
  return `[${key.columns.join(', ')}], map: "${key.name}"`
}
