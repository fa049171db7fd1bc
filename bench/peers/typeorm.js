import 'reflect-metadata'
import { DataSource, EntitySchema } from 'typeorm'
import { tables, url } from './sketch.js'

const entities = tables.map(
  (table) =>
    new EntitySchema({
      name: table.name,
      tableName: table.name,
      columns: Object.fromEntries(table.columns.map((column) => [column.name, describeColumn(column)])),
      foreignKeys: table.foreignKeys.map((key) => ({
        target: key.table,
        columnNames: [key.column],
        referencedColumnNames: ['id'],
        onDelete: key.onDelete.toUpperCase(),
      })),
      indices: table.indexes.map(({ name, columns }) => ({ name, columns })),
      uniques: table.uniques.map(({ name, columns }) => ({ name, columns })),
    }),
)

function describeColumn(column) {
  const [, type, precision, scale] = /^([a-z ]+?)(?:\((\d+), (\d+)\))?$/.exec(column.type)
  return {
    type,
    nullable: column.nullable,
    ...(precision && { precision: Number(precision), scale: Number(scale) }),
    ...(column.identity && { primary: true, generated: 'identity', generatedIdentity: 'ALWAYS' }),
    ...(column.default && { default: column.default.expression ? () => 'now()' : column.default.value }),
  }
}

const source = new DataSource({ type: 'postgres', url, entities })
await source.initialize()
await source.synchronize()
await source.destroy()
