import { quoteQualified } from '../../../sql/quote.ts'
import type { ScriptStatement, StatementKind } from '../desired-script.ts'
import type { TableModel } from '../model.ts'
import { constraintClause } from './constraint-clause.ts'
import { createIndex } from './create-index.ts'
import { createPolicies } from './create-policy.ts'
import { comesNotValid, createPartitions, createTable } from './create-table.ts'
import { createTriggers } from './create-trigger.ts'
import { foreignKeyClause } from './foreign-key-clause.ts'
import { tableComments } from './table-comments.ts'
import { tableSettings } from './table-settings.ts'

/** A table and all that belongs to it. Foreign keys come on their own, so that tables may refer to each other. */
export function writeTable(table: TableModel): readonly ScriptStatement[] {
  const add = `ALTER TABLE ${quoteQualified(table.schema, table.name)} ADD`
  const parts: readonly (readonly [StatementKind, readonly string[]])[] = [
    ['table', [createTable(table), ...createPartitions(table)]],
    [
      'constraint',
      [
        ...table.constraints
          .filter(comesNotValid)
          .map((check) => `${add} ${constraintClause(check)} NOT VALID`),
        ...table.foreignKeys.map((key) => `${add} ${foreignKeyClause(key)}`),
      ],
    ],
    ['index', table.indexes.map((index) => createIndex(index, table))],
    ['trigger', table.triggers.flatMap((trigger) => createTriggers(trigger, table))],
    ['policy', createPolicies(table)],
    ['other', tableSettings(table)],
    ['comment', tableComments(table)],
  ]
  return parts.flatMap(([kind, statements]) => statements.map((sql) => ({ kind, origin: table.origin, sql })))
}
