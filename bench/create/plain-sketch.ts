import { getTableName, is, SQL } from 'drizzle-orm'
import { getTableConfig, type IndexedColumn, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import * as sketch from './sketch.ts'

/** The sketch as plain data, for the tools that read their models from elsewhere. */
export interface PlainTable {
  readonly name: string
  readonly columns: readonly PlainColumn[]
  readonly foreignKeys: readonly PlainForeignKey[]
  readonly indexes: readonly PlainKey[]
  readonly uniques: readonly PlainKey[]
}

export interface PlainColumn {
  readonly name: string
  /** As PostgreSQL writes it: `numeric(5, 2)`. */
  readonly type: string
  readonly nullable: boolean
  readonly identity: boolean
  /** A value, or what the database works out at each insert. */
  readonly default?: { readonly value: string | number | boolean } | { readonly expression: 'now()' }
}

export interface PlainForeignKey {
  readonly column: string
  readonly table: string
  readonly onDelete: string
}

export interface PlainKey {
  readonly name: string
  readonly columns: readonly string[]
}

/** In an order in which each table comes after those it refers to. */
export function plainSketch(): PlainTable[] {
  const waiting = Object.values(sketch).map(plainTable)
  const ordered: PlainTable[] = []
  while (waiting.length > 0) {
    const next = waiting.findIndex((table) => table.foreignKeys.every((key) => isIn(ordered, key.table)))
    ordered.push(...waiting.splice(next, 1))
  }
  return ordered
}

function isIn(tables: readonly PlainTable[], name: string): boolean {
  return tables.some((table) => table.name === name)
}

function plainTable(table: PgTable): PlainTable {
  const config = getTableConfig(table)
  return {
    name: config.name,
    columns: config.columns.map(plainColumn),
    foreignKeys: config.foreignKeys.map((foreignKey) => {
      const { columns, foreignTable } = foreignKey.reference()
      const onDelete = foreignKey.onDelete ?? 'no action'
      return { column: columns[0]?.name ?? '', table: getTableName(foreignTable), onDelete }
    }),
    indexes: config.indexes.map(({ config: index }) => ({
      name: index.name ?? '',
      columns: index.columns.map((column) => (column as IndexedColumn).name ?? ''),
    })),
    uniques: config.uniqueConstraints.map((key) => ({
      name: key.getName() ?? '',
      columns: key.columns.map((column) => column.name),
    })),
  }
}

function plainColumn(column: PgColumn): PlainColumn {
  const plain = {
    name: column.name,
    type: column.getSQLType(),
    nullable: !column.notNull,
    identity: column.generatedIdentity !== undefined,
  }
  if (column.default === undefined) return plain
  if (is(column.default, SQL)) return { ...plain, default: { expression: 'now()' } }
  return { ...plain, default: { value: column.default as string | number | boolean } }
}
