import type { ForeignKey } from 'drizzle-orm/pg-core'
import type { ForeignKeyModel } from '../model.ts'
import { present } from '../present.ts'
import { attempt } from './attempt.ts'
import { configOf } from './table-config.ts'
import type { TableReading } from './table-reading.ts'

/** A foreign key, with Drizzle's name (`<table>_<columns>_<table>_<columns>_fk`) where the model gives none. */
export function readForeignKey(key: ForeignKey, tableName: string, reading: TableReading): ForeignKeyModel {
  const {
    name: given,
    columns,
    foreignTable,
    foreignColumns,
  } = attempt('MODELS-DEFINITION-FAILED', reading.origin, () => key.reference())
  const target = configOf(foreignTable)
  const columnNames = columns.map(reading.nameOf)
  const targetColumns = foreignColumns.map(reading.nameOf)
  const name = given ?? [tableName, ...columnNames, target.name, ...targetColumns, 'fk'].join('_')
  const extras = reading.constraints.of(name, 'foreign-key')
  return {
    name,
    columns: columnNames,
    references: {
      schema: target.schema ?? reading.defaultSchema,
      table: target.name,
      columns: targetColumns,
    },
    onDelete: key.onDelete ?? 'no action',
    onUpdate: key.onUpdate ?? 'no action',
    matchFull: extras.match === 'full',
    notValid: extras.notValid ?? false,
    ...present({ deferrable: extras.deferrable, comment: extras.comment }),
  }
}
