import {
  getMaterializedViewConfig,
  getViewConfig,
  isPgEnum,
  PgColumn,
  PgMaterializedView,
  PgSchema,
  PgSequence,
  PgTable,
  type PgView,
} from 'drizzle-orm/pg-core'
import type { Comment, Commentable } from '../../../models/comment.ts'
import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import type { CommentModel } from '../model.ts'
import { columnName } from './column-name.ts'
import { isEntity } from './is-entity.ts'
import type { Reading } from './reading.ts'
import { configOf } from './table-config.ts'

export function readComment(comment: Comment, origin: string, reading: Reading): CommentModel {
  return { origin, on: target(comment.on, reading), text: comment.text }
}

/** The object as COMMENT ON names it. */
function target(on: Commentable, reading: Reading): string {
  if (isPgEnum(on)) return place('TYPE', on.schema, on.enumName)
  if (isEntity(on, PgSchema)) return `SCHEMA ${quoteIdentifier(on.schemaName)}`
  if (isEntity(on, PgSequence)) return place('SEQUENCE', on.schema, on.seqName ?? '')
  if (isEntity(on, PgTable)) return place('TABLE', configOf(on).schema, configOf(on).name)
  if (isEntity(on, PgColumn)) {
    const { schema, name } = configOf(on.table)
    return place('COLUMN', schema, name, columnName(on, reading))
  }
  if (isEntity(on, PgMaterializedView)) {
    const { schema, name } = getMaterializedViewConfig(on)
    return place('MATERIALIZED VIEW', schema, name)
  }
  const { schema, name } = getViewConfig(on as PgView)
  return place('VIEW', schema, name)

  function place(kind: string, schema: string | undefined, ...names: readonly string[]): string {
    return `${kind} ${quoteQualified(schema ?? reading.defaultSchema, ...names)}`
  }
}
