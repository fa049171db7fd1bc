import { readFileSync } from 'node:fs'
import { EntitySchema, MikroORM } from '@mikro-orm/postgresql'

const { columns, index } = JSON.parse(readFileSync(process.env.SHAPE, 'utf8'))

const accounts = new EntitySchema({
  name: 'accounts',
  tableName: 'accounts',
  properties: { id: { type: 'integer', columnType: 'integer', primary: true, autoincrement: false } },
})

const events = new EntitySchema({
  name: 'events',
  tableName: 'events',
  properties: Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, property(name, column)]),
  ),
  indexes: index ? [{ name: index[0], properties: [index[1]] }] : [],
  checks: Object.values(columns).flatMap(({ check }) =>
    check ? [{ name: check[0], expression: check[1] }] : [],
  ),
})

function property(name, column) {
  const common = {
    fieldName: name,
    nullable: !column.notNull && !column.identity,
    ...(column.default && { defaultRaw: column.default }),
    ...(column.unique && { unique: true }),
  }
  if (column.references) return { ...common, kind: 'm:1', entity: () => accounts, index: false }
  return {
    ...common,
    type: /^(bigint|integer)$/.test(column.type) ? column.type : 'string',
    columnType: column.type,
    ...(column.identity && { primary: true, generated: 'identity' }),
  }
}

const orm = await MikroORM.init({
  clientUrl: process.env.DATABASE_URL,
  entities: [accounts, events],
  ensureDatabase: false,
})
await orm.schema.update()
await orm.close()
