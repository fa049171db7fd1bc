import { type PgColumn, type PgTable, uniqueKeyName } from 'drizzle-orm/pg-core'
import type { ConstraintExtras } from '../../../models/extend.ts'
import { chosenName } from '../../../sql/chosen-name.ts'
import type { ConstraintModel } from '../model.ts'
import { present } from '../present.ts'
import type { TableConfig } from './table-config.ts'
import type { TableReading } from './table-reading.ts'

/** Primary keys, with Drizzle's name (`<table>_<columns>_pk`) where the model gives none. */
export function readPrimaryKeys(config: TableConfig, reading: TableReading): ConstraintModel[] {
  const onColumns = config.columns.filter((column) => column.primary)
  return [
    // Drizzle leaves the name of a key declared on its column to PostgreSQL.
    ...onColumns.map((column) => primaryKey(undefined, [column])),
    ...config.primaryKeys.map((key) => primaryKey(key.name ?? defaultName(key.columns), key.columns)),
  ]

  function primaryKey(name: string | undefined, columns: readonly PgColumn[]): ConstraintModel {
    const extras = reading.constraints.of(name ?? chosenName(config.name, null, 'pkey'), 'primary-key')
    const columnNames = columns.map(reading.nameOf)
    return { kind: 'primary-key', columns: columnNames, ...keyExtras(extras, reading), ...present({ name }) }
  }

  function defaultName(columns: readonly PgColumn[]): string {
    return [config.name, ...columns.map(reading.nameOf), 'pk'].join('_')
  }
}

/** Unique constraints, with Drizzle's name (`<table>_<columns>_unique`) where the model gives none. */
export function readUniques(table: PgTable, config: TableConfig, reading: TableReading): ConstraintModel[] {
  const onColumns = config.columns.filter((column) => column.isUnique)
  return [
    ...onColumns.map((column) => unique(column.uniqueName, [column], column.uniqueType === 'not distinct')),
    ...config.uniqueConstraints.map((key) => unique(key.getName(), key.columns, key.nullsNotDistinct)),
  ]

  function unique(
    given: string | undefined,
    columns: readonly PgColumn[],
    nullsNotDistinct: boolean,
  ): ConstraintModel {
    const columnNames = columns.map(reading.nameOf)
    const keys = columns.map((column) => column.name)
    // Drizzle fills its name in before `casing` has its say.
    const drizzleName = uniqueKeyName(table, keys)
    const name = given === undefined || given === drizzleName ? uniqueKeyName(table, columnNames) : given
    const extras = keyExtras(reading.constraints.of(name, 'unique'), reading)
    return { kind: 'unique', name, columns: columnNames, nullsNotDistinct, ...extras }
  }
}

function keyExtras(extras: ConstraintExtras, reading: TableReading) {
  const include = (extras.include ?? []).map((key) => reading.nameOf(reading.column(key)))
  return { include, ...present({ deferrable: extras.deferrable, comment: extras.comment }) }
}
