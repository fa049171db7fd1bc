import { EntitySchema } from '@mikro-orm/postgresql'
import { tables } from './sketch.js'

export const entities = tables.map(
  (table) =>
    new EntitySchema({
      name: table.name,
      tableName: table.name,
      properties: Object.fromEntries(
        table.columns.map((column) => [column.name, describeColumn(column, keyOf(table, column))]),
      ),
      indexes: table.indexes.map(({ name, columns }) => ({ name, properties: columns })),
      uniques: table.uniques.map(({ name, columns }) => ({ name, properties: columns })),
    }),
)

function keyOf(table, column) {
  return table.foreignKeys.find((key) => key.column === column.name)
}

function describeColumn(column, key) {
  const common = { fieldName: column.name, nullable: column.nullable, ...describeDefault(column) }
  if (key)
    return {
      ...common,
      kind: 'm:1',
      entity: () => entities.find((entity) => entity.meta.tableName === key.table),
      deleteRule: key.onDelete,
      index: false,
    }
  return {
    ...common,
    type: /^(bigint|integer|boolean)$/.test(column.type) ? column.type : 'string',
    columnType: column.type,
    ...(column.identity && { primary: true, generated: 'identity' }),
  }
}

function describeDefault(column) {
  if (!column.default) return {}
  return column.default.expression ? { defaultRaw: 'now()' } : { default: column.default.value }
}
