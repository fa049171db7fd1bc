import type { PgColumn } from 'drizzle-orm/pg-core'
import type { ColumnExtras } from '../../../models/extend.ts'
import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import type { ColumnModel, IdentityModel } from '../model.ts'
import { present } from '../present.ts'
import { attempt } from './attempt.ts'
import { columnType, enumOf } from './column-type.ts'
import { columnValue } from './column-value.ts'
import { fragmentOfTable } from './fragment.ts'
import { sequenceOptions } from './sequence-options.ts'
import type { TableReading } from './table-reading.ts'

export function readColumn(column: PgColumn, extras: ColumnExtras, reading: TableReading): ColumnModel {
  const { collation, storage, compression, statistics, comment, renamedFrom, backfill } = extras
  return {
    name: reading.nameOf(column),
    type: columnType(column, reading),
    notNull: column.notNull,
    ...present({
      enum: readEnum(column, reading),
      default:
        column.default === undefined
          ? undefined
          : columnValue(column.default, column, reading.origin, reading),
      identity: readIdentity(column, reading.origin),
      generated: readGenerated(column, extras, reading),
      collation: collation === undefined ? undefined : quoteCollation(collation),
      storage,
      compression,
      statistics,
      comment,
      renamedFrom,
      backfill: backfill === undefined ? undefined : fragmentOfTable(backfill, reading.extrasOrigin, reading),
    }),
  }
}

function readEnum(column: PgColumn, reading: TableReading): ColumnModel['enum'] {
  const type = enumOf(column)
  return type && { schema: type.schema ?? reading.defaultSchema, name: type.enumName }
}

function readIdentity(column: PgColumn, origin: string): IdentityModel | undefined {
  const identity = column.generatedIdentity
  if (identity === undefined) return undefined
  return {
    always: identity.type === 'always',
    options: sequenceOptions(identity.sequenceOptions ?? {}, origin),
    ...present({ sequenceName: identity.sequenceName }),
  }
}

function readGenerated(
  column: PgColumn,
  extras: ColumnExtras,
  reading: TableReading,
): ColumnModel['generated'] {
  if (column.generated === undefined) return undefined
  const { as } = column.generated
  const value =
    typeof as === 'function' ? attempt('MODELS-DEFINITION-FAILED', reading.origin, () => as()) : as
  const expression = columnValue(value, column, reading.origin, reading)
  return { expression, kind: extras.generated ?? 'stored' }
}

/** The names of collations hold dots (`en_US.utf8`), so a text is a name as it stands. */
function quoteCollation(collation: NonNullable<ColumnExtras['collation']>): string {
  return typeof collation === 'string'
    ? quoteIdentifier(collation)
    : quoteQualified(collation.schema, collation.name)
}
