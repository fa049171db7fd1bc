import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Trigger } from '../../../models/trigger.ts'
import type { TriggerModel } from '../model.ts'
import { present } from '../present.ts'
import { attempt } from './attempt.ts'
import { fragmentOfTable } from './fragment.ts'
import { qualifiedName } from './qualified-name.ts'
import type { TableReading } from './table-reading.ts'

export function readTrigger(trigger: Trigger, table: PgTable, reading: TableReading): TriggerModel {
  const { name, timing, events, forEach, when, deferrable, comment, referencing } = trigger
  const { schema = reading.defaultSchema, name: functionName } = qualifiedName(trigger.execute)
  return {
    name,
    timing,
    events,
    of: (trigger.of ?? []).map((key) => reading.nameOf(reading.column(key))),
    forEach,
    execute: { schema, name: functionName },
    arguments: trigger.arguments ?? [],
    onPartitions: trigger.onPartitions ?? false,
    ...present({
      when: when === undefined ? undefined : condition(when, table, reading),
      oldTable: referencing?.old,
      newTable: referencing?.new,
      deferrable,
      comment,
    }),
  }
}

function condition(when: NonNullable<Trigger['when']>, table: PgTable, reading: TableReading): string {
  const fragment = attempt('MODELS-DEFINITION-FAILED', reading.extrasOrigin, () => when(rows(table, reading)))
  return fragmentOfTable(fragment, reading.extrasOrigin, reading)
}

function rows(table: PgTable, reading: TableReading): { old: Record<string, SQL>; new: Record<string, SQL> } {
  const rowOf = (row: 'OLD' | 'NEW') =>
    Object.fromEntries(
      Object.entries(getTableColumns(table)).map(([key, column]) => [
        key,
        sql`${sql.raw(row)}.${sql.identifier(reading.nameOf(column))}`,
      ]),
    )
  return { old: rowOf('OLD'), new: rowOf('NEW') }
}
