import { DataTypes, Sequelize } from 'sequelize'
import { tables, url } from './sketch.js'

const types = {
  bigint: DataTypes.BIGINT,
  integer: DataTypes.INTEGER,
  text: DataTypes.TEXT,
  boolean: DataTypes.BOOLEAN,
  jsonb: DataTypes.JSONB,
  uuid: DataTypes.UUID,
  'timestamp with time zone': DataTypes.DATE,
}

const sequelize = new Sequelize(url, { logging: false })
for (const table of tables) {
  const keyOf = (column) => table.foreignKeys.find((key) => key.column === column.name)
  const columns = table.columns.map((column) => [column.name, describeColumn(column, keyOf(column))])
  sequelize.define(table.name, Object.fromEntries(columns), {
    tableName: table.name,
    timestamps: false,
    indexes: [
      ...table.indexes.map(({ name, columns: fields }) => ({ name, fields })),
      ...table.uniques.map(({ name, columns: fields }) => ({ name, fields, unique: true })),
    ],
  })
}
await sequelize.sync()
await sequelize.close()

function describeColumn(column, key) {
  const [, precision, scale] = /\((\d+), (\d+)\)/.exec(column.type) ?? []
  return {
    type: precision ? DataTypes.DECIMAL(Number(precision), Number(scale)) : types[column.type],
    allowNull: column.nullable,
    ...(column.identity && { primaryKey: true, autoIncrement: true, autoIncrementIdentity: true }),
    ...(column.default && {
      defaultValue: column.default.expression ? Sequelize.fn('now') : column.default.value,
    }),
    ...(key && { references: { model: key.table, key: 'id' }, onDelete: key.onDelete.toUpperCase() }),
  }
}
