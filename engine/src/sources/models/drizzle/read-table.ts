import { getTableColumns } from 'drizzle-orm'
import type { Index, PgPolicy, PgTable } from 'drizzle-orm/pg-core'
import { TrueupError } from '../../../errors/trueup-error.ts'
import type { TableExtras } from '../../../models/extend.ts'
import type { TableStorage } from '../../../models/storage.ts'
import type { QualifiedName } from '../../../models/trigger.ts'
import type { ColumnModel, StorageValue, TableModel } from '../model.ts'
import { present } from '../present.ts'
import { qualifiedName } from './qualified-name.ts'
import { readChecks, readExclusions } from './read-checks.ts'
import { readColumn } from './read-column.ts'
import { readForeignKey } from './read-foreign-key.ts'
import { readIndex } from './read-index.ts'
import { readPrimaryKeys, readUniques } from './read-keys.ts'
import { readPartitioning } from './read-partitioning.ts'
import { readPolicy } from './read-policy.ts'
import { readTrigger } from './read-trigger.ts'
import type { Reading } from './reading.ts'
import { configOf } from './table-config.ts'
import { type OwnExtras, readingOfTable, type TableReading } from './table-reading.ts'

/** A table with all that hangs on it: Drizzle's part and the companion's. */
export function readTable(
  table: PgTable,
  origin: string,
  own: OwnExtras,
  linkedPolicies: readonly PgPolicy[],
  projectReading: Reading,
): TableModel {
  const config = configOf(table)
  const { extras } = own
  const reading = readingOfTable(table, origin, own, projectReading)
  const schema = config.schema ?? reading.defaultSchema
  const policies = [...config.policies, ...linkedPolicies]
  const model: TableModel = {
    origin,
    schema,
    name: config.name,
    columns: readColumns(table, extras, reading),
    constraints: [
      ...readPrimaryKeys(config, reading),
      ...readUniques(table, config, reading),
      ...readChecks(config, reading),
      ...readExclusions(extras.exclusions ?? [], reading),
    ],
    foreignKeys: config.foreignKeys.map((key) => readForeignKey(key, config.name, reading)),
    indexes: readIndexes(config.indexes, config.name, extras, reading),
    policies: policies.map((policy) => readPolicy(policy, origin, reading)),
    triggers: (extras.triggers ?? []).map((trigger) => readTrigger(trigger, table, reading)),
    rowLevelSecurity: rowLevelSecurity(config.enableRLS || policies.length > 0, extras),
    storage: storageParameters(extras.storage ?? {}),
    unlogged: extras.unlogged ?? false,
    label: extras.label ?? {},
    ...present({
      partitioning:
        extras.partitionBy === undefined
          ? undefined
          : readPartitioning(extras.partitionBy, config.name, reading),
      replicaIdentity: extras.replicaIdentity,
      comment: extras.comment,
      renamedFrom: extras.renamedFrom === undefined ? undefined : nameBefore(extras.renamedFrom, schema),
    }),
  }
  reading.constraints.refuseUnknown()
  return model
}

function readColumns(table: PgTable, extras: TableExtras, reading: TableReading): readonly ColumnModel[] {
  const columnExtras = extras.columns ?? {}
  for (const key of Object.keys(columnExtras)) reading.column(key)
  return Object.entries(getTableColumns(table)).map(([key, column]) =>
    readColumn(column, columnExtras[key] ?? {}, reading),
  )
}

function readIndexes(
  indexes: readonly Index[],
  tableName: string,
  extras: TableExtras,
  reading: TableReading,
) {
  const models = indexes.map((index) => readIndex(index, tableName, extras.indexes ?? {}, reading))
  const known = models.map((index) => index.name)
  const unknown = Object.keys(extras.indexes ?? {}).find((name) => !known.includes(name))
  if (unknown === undefined) return models
  throw new TrueupError('MODELS-UNKNOWN-INDEX', { origin: reading.extrasOrigin, index: unknown, known })
}

function storageParameters(storage: TableStorage): TableModel['storage'] {
  return present(storage as Record<string, StorageValue>)
}

/** As Drizzle has it: the first policy of a table turns row level security on. */
function rowLevelSecurity(on: boolean, extras: TableExtras): TableModel['rowLevelSecurity'] {
  if (extras.forceRowLevelSecurity) return 'forced'
  return on ? 'on' : 'off'
}

function nameBefore(renamedFrom: QualifiedName, schema: string): TableModel['renamedFrom'] {
  const before = qualifiedName(renamedFrom)
  return { schema: before.schema ?? schema, name: before.name }
}
