import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import type { ForeignKeyModel } from '../model.ts'
import { columnList } from './column-list.ts'
import { deferrableClause } from './deferrable-clause.ts'

export function foreignKeyClause(key: ForeignKeyModel): string {
  const { schema, table, columns } = key.references
  return [
    `CONSTRAINT ${quoteIdentifier(key.name)} FOREIGN KEY ${columnList(key.columns)}`,
    ` REFERENCES ${quoteQualified(schema, table)} ${columnList(columns)}`,
    key.matchFull ? ' MATCH FULL' : '',
    actionClause('DELETE', key.onDelete),
    actionClause('UPDATE', key.onUpdate),
    deferrableClause(key.deferrable),
    key.notValid ? ' NOT VALID' : '',
  ].join('')
}

function actionClause(event: string, action: string): string {
  return action === 'no action' ? '' : ` ON ${event} ${action.toUpperCase()}`
}
