import { nameOf, pathOf } from '../../catalog/identify.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { identityClause, sequenceOptions } from '../kinds/column.ts'
import type { Filler } from './new-column.ts'
import type { Kitchen } from './recipe.ts'
import { helperName } from './reserved-name.ts'

/** Whether a new column is an identity of a table in use; children do not get an identity with their parent's. */
export function isCounted(column: ColumnObject, { to, from, isBusy, leftover }: Kitchen): boolean {
  const table = to.get(column.parent ?? '')
  if (!column.attributes.identity || table?.kind !== 'table') return false
  if (!isBusy(table.id) && leftover(column.id) === undefined) return false
  return table.attributes.partitionKey !== null || from.childrenOf(table.id).length === 0
}

/**
 * ADD GENERATED AS IDENTITY wants a column that is NOT NULL. Until every row has its number, rows that are there and
 * rows to come draw theirs from one sequence of ours, so that none comes twice; the identity goes on where it stands.
 */
export function countedMeanwhile(
  column: ColumnObject,
  { to, leftover, reuse }: Pick<Kitchen, 'to' | 'leftover' | 'reuse'>,
): Filler {
  const { identity } = column.attributes
  if (!identity) throw new Error(`${column.id} is no identity`)
  const table = `ALTER TABLE ${pathOf(column.parent ?? '')} ALTER COLUMN ${quoteIdentifier(column.name)}`
  const sequence = quoteQualified(to.get(column.parent ?? '')?.schema ?? '', helperName('seq', column.id))
  const id = `sequence:${sequence}`
  const isThere = leftover(id) !== undefined
  if (isThere) reuse(id)
  const create = [
    `CREATE SEQUENCE ${sequence} AS ${identity.sequence.type}`,
    ...sequenceOptions(identity.sequence),
  ]
  const target = quoteLiteral(quoteQualified(identity.sequenceSchema, identity.sequenceName))
  const clause = identityClause(identity, { ...column, parent: `table:${nameOf(column.parent ?? '')}` })
  const statements = [
    `${table} DROP DEFAULT`,
    `${table} ADD ${clause}`,
    `SELECT setval(${target}, last_value, is_called) FROM ${sequence}`,
    `DROP SEQUENCE ${sequence}`,
  ]
  const mark = (i: number) => `counted:${column.id}:${i}`
  return {
    expression: `nextval(${quoteLiteral(sequence)}::regclass)`,
    id: `counted:${column.id}`,
    before: [
      action('alter', column.id, isThere ? '' : create.join(' '), { needs: column.needs, makes: [id] }),
    ],
    after: (ready) =>
      statements.map((sql, i) =>
        action('alter', column.id, sql, {
          needs: i === 0 ? [column.id, ...ready] : [mark(i - 1)],
          makes: [mark(i)],
        }),
      ),
  }
}
