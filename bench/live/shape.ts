/** The table that the load works on, as data: every tool gets it in its own language. */
export interface LiveColumn {
  readonly type: 'integer' | 'bigint' | 'text' | 'uuid'
  readonly identity?: boolean
  readonly notNull?: boolean
  /** An SQL expression. */
  readonly default?: string
  readonly unique?: boolean
  /** Another table, by its id. */
  readonly references?: 'accounts'
  /** A condition with its name. */
  readonly check?: readonly [name: string, condition: string]
}

export interface LiveShape {
  readonly columns: Readonly<Record<string, LiveColumn>>
  /** Name and column. */
  readonly index?: readonly [name: string, column: string]
}

export function shapeAsSql({ columns, index }: LiveShape): string {
  const lines = Object.entries(columns).map(([name, column]) => `  ${name} ${columnAsSql(column)}`)
  const created = index ? `CREATE INDEX ${index[0]} ON events (${index[1]});\n` : ''
  return `CREATE TABLE accounts (id integer PRIMARY KEY);\nCREATE TABLE events (\n${lines.join(',\n')}\n);\n${created}`
}

function columnAsSql(column: LiveColumn): string {
  return [
    column.type,
    column.identity ? 'GENERATED ALWAYS AS IDENTITY PRIMARY KEY' : '',
    column.notNull ? 'NOT NULL' : '',
    column.default ? `DEFAULT ${column.default}` : '',
    column.unique ? 'UNIQUE' : '',
    column.references ? `REFERENCES ${column.references}` : '',
    column.check ? `CONSTRAINT ${column.check[0]} CHECK (${column.check[1]})` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** A module of Drizzle models, as somebody would have written it. */
export function shapeAsDrizzle({ columns, index: indexed }: LiveShape): string {
  const lines = Object.entries(columns).map(
    ([name, column]) => `  ${name}: ${columnAsDrizzle(name, column)},\n`,
  )
  const checks = Object.values(columns).flatMap(({ check }) =>
    check ? [`check('${check[0]}', sql\`${check[1]}\`)`] : [],
  )
  const indexes = indexed ? [`index('${indexed[0]}').on(t.${indexed[1]})`] : []
  return [
    `import { sql } from 'drizzle-orm'`,
    `import { bigint, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'`,
    `export const accounts = pgTable('accounts', { id: integer('id').primaryKey() })`,
    `export const events = pgTable('events', {\n${lines.join('')}}, (t) => [${[...checks, ...indexes].join(', ')}])`,
    '',
  ].join('\n')
}

function columnAsDrizzle(name: string, column: LiveColumn): string {
  return [
    column.type === 'bigint' ? `bigint('${name}', { mode: 'number' })` : `${column.type}('${name}')`,
    column.identity ? 'primaryKey().generatedAlwaysAsIdentity()' : '',
    column.notNull ? 'notNull()' : '',
    column.default ? `default(sql\`${column.default}\`)` : '',
    column.unique ? 'unique()' : '',
    column.references ? `references(() => ${column.references}.id)` : '',
  ]
    .filter((part) => part !== '')
    .join('.')
}
