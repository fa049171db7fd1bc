import type { PlainColumn, PlainTable } from '../create/plain-sketch.ts'

/** Tables that differ in name only: 10 columns, 1 foreign key, 1 index. Each refers to one made before it. */
export function manyTables(count: number): PlainTable[] {
  return Array.from({ length: count }, (_, i) => ({
    name: tableName(i),
    columns,
    foreignKeys: [{ column: 'parent_id', table: tableName(Math.floor(i / 10)), onDelete: 'cascade' }],
    indexes: [{ name: `${tableName(i)}_name_ix`, columns: ['name'] }],
    uniques: [],
  }))
}

/** What the second measurement changes: one column more in one table. */
export const changedTable = tableName(7)
const addedColumn: PlainColumn = { name: 'added', type: 'text', nullable: true, identity: false }

export function withOneChange(tables: readonly PlainTable[]): PlainTable[] {
  return tables.map((table) =>
    table.name === changedTable ? { ...table, columns: [...table.columns, addedColumn] } : table,
  )
}

function tableName(number: number): string {
  return `t${String(number).padStart(5, '0')}`
}

const columns: readonly PlainColumn[] = [
  { name: 'id', type: 'bigint', nullable: false, identity: true },
  { name: 'parent_id', type: 'bigint', nullable: true, identity: false },
  { name: 'name', type: 'text', nullable: false, identity: false },
  { name: 'note', type: 'text', nullable: true, identity: false },
  { name: 'amount', type: 'integer', nullable: false, identity: false, default: { value: 0 } },
  { name: 'price', type: 'numeric(10, 2)', nullable: true, identity: false },
  { name: 'active', type: 'boolean', nullable: false, identity: false, default: { value: true } },
  { name: 'settings', type: 'jsonb', nullable: true, identity: false },
  { name: 'token', type: 'uuid', nullable: true, identity: false },
  {
    name: 'created_at',
    type: 'timestamp with time zone',
    nullable: false,
    identity: false,
    default: { expression: 'now()' },
  },
]
