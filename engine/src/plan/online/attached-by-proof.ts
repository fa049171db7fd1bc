import { partId, pathOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject } from '../../catalog/relations.ts'
import { type Action, action } from '../action.ts'
import { isDefaultPartition, partitionCondition } from '../partition-condition.ts'
import type { Kitchen, Recipe } from './recipe.ts'
import { helperName } from './reserved-name.ts'

/**
 * ATTACH PARTITION reads the table that comes, and the default partition, under locks that nobody passes; a validated
 * check that says the same spares it that (manual: ALTER TABLE, ATTACH PARTITION). A table that moves from one parent
 * to another is not to be away in the meantime, and takes the plain way.
 */
export const attachedByProof: Recipe = (each, kitchen) => {
  const [before, table] = [kitchen.from.get(each.target), kitchen.to.get(each.target)]
  if (each.does !== 'attach' || before?.kind !== 'table' || table?.kind !== 'table') return undefined
  const condition = conditionOf(table)
  if (before.attributes.partitionOf !== null || condition === undefined) return undefined
  const own = kitchen.isBusy(table.id) ? [{ table: table.id, condition }] : []
  return proved(each, [...own, ...defaultBeside(table, condition, kitchen)], kitchen)
}

/** A new partition takes values away from the default one, which is read for them (manual: CREATE TABLE, PARTITION OF). */
export const besideDefault: Recipe = (each, kitchen) => {
  const table = kitchen.to.get(each.target)
  if (each.verb !== 'create' || table?.kind !== 'table' || !each.makes.includes(table.id)) return undefined
  const condition = conditionOf(table)
  return condition === undefined ? undefined : proved(each, defaultBeside(table, condition, kitchen), kitchen)
}

/** What a row of a table is shown to fulfil, so that PostgreSQL need not look. */
interface Claim {
  readonly table: ObjectId
  readonly condition: string
}

/** The bounds of a default partition are those of its siblings: proved by them, one at a time. */
function conditionOf(table: TableObject): string | undefined {
  return isDefaultPartition(table) ? undefined : partitionCondition(table)
}

function defaultBeside(
  { attributes }: TableObject,
  condition: string,
  { from, to, isBusy }: Kitchen,
): Claim[] {
  return from
    .childrenOf(attributes.partitionOf ?? '')
    .filter((each) => isDefault(each) && isDefault(to.get(each.id)) && isBusy(each.id))
    .map(({ id }) => ({ table: id, condition: `NOT (${condition})` }))
}

function isDefault(object: ReturnType<Kitchen['to']['get']>): boolean {
  return object?.kind === 'table' && isDefaultPartition(object)
}

function proved(each: Action, claims: readonly Claim[], kitchen: Kitchen): Action[] | undefined {
  if (claims.length === 0) return undefined
  const proofs = claims.map((claim) => proofOf(claim, each, kitchen))
  return [
    ...proofs.flatMap(({ before }) => before),
    { ...each, needs: [...each.needs, ...proofs.map(({ mark }) => mark)] },
    ...proofs.map(({ after }) => after),
  ]
}

function proofOf({ table, condition }: Claim, each: Action, { leftover, reuse }: Kitchen) {
  const name = helperName('proof', `${table} ${condition}`)
  const id = partId('constraint', table, name)
  const isThere = leftover(id) !== undefined
  if (isThere) reuse(id)
  const [unproved, mark] = [`unproved:${id}`, `proved:${id}`]
  const alter = `ALTER TABLE ${pathOf(table)}`
  const done = each.makes[0] ?? ''
  return {
    mark,
    before: [
      action(
        'alter',
        table,
        isThere ? '' : `${alter} ADD CONSTRAINT ${name} CHECK (${condition}) NOT VALID`,
        {
          needs: each.needs.filter((need) => need.startsWith('column:')),
          makes: [unproved, id],
        },
      ),
      action('alter', table, `${alter} VALIDATE CONSTRAINT ${name}`, {
        needs: [unproved],
        makes: [mark],
        transaction: 'own',
        does: 'validate',
      }),
    ],
    after: action('alter', table, `${alter} DROP CONSTRAINT ${name}`, { needs: [mark, done] }),
  }
}
