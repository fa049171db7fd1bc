import { nameOf, pathOf } from '../../../catalog/identify.ts'
import type { ConstraintObject } from '../../../catalog/relations.ts'
import { quoteIdentifier } from '../../../sql/quote.ts'
import { type Action, action } from '../../action.ts'
import { commentStatements } from '../../kinds/comments.ts'
import { createStatements } from '../../kinds/create.ts'
import { keyParts } from '../concurrent-key.ts'
import { isWholeReference, provedInParts } from '../partitioned-reference.ts'
import type { Kitchen } from '../recipe.ts'
import { remakeIndex, type Substitutes } from './remake-index.ts'
import { remakeKey } from './remake-key.ts'
import { type Dependent, isCheck, isKey, type RetypedColumn } from './retyped-column.ts'

/** What stood on the old columns, made on the new ones: indexes before the swap, names and constraints in it. */
export function remake(columns: readonly RetypedColumn[], kitchen: Kitchen): Action[] {
  const dependents = new Map(
    columns.flatMap((column) => column.dependents.map((each) => [each.id, each] as const)),
  )
  return [...dependents.values()].flatMap((each) => {
    const wanted = kitchen.to.get(each.id)
    if (wanted?.kind !== each.kind) return []
    const helpers = new Map(
      columns
        .filter(({ table }) => table === each.parent)
        .map(({ from, helper }) => [quoteIdentifier(from.name), helper]),
    )
    const filled = [...new Set(columns.map(({ table }) => `filled:${table}`))]
    const types = columns.flatMap((column) => column.moved ?? [])
    return [
      ...leave(each, filled),
      ...again(wanted as Dependent, { columns: helpers, types }, filled, kitchen).map((last) =>
        withCopies(last, columns),
      ),
      ...commentStatements(each).map((sql) => action('comment', each.id, sql, { needs: [each.id] })),
    ]
  })
}

/** A check of a partitioned table comes to its partitions as well. */
function withCopies(each: Action, columns: readonly RetypedColumn[]): Action {
  const { target, makes } = each
  if (!makes.includes(target)) return each
  const copies = columns.flatMap(({ below }) =>
    below.filter((part) => isCheck(part) && part.name === nameOf(target)).map(({ id }) => id),
  )
  return { ...each, makes: [...makes, ...copies] }
}

/** Marks of the indexes that are built beside the old ones. */
export function readyMarks(columns: readonly RetypedColumn[]): string[] {
  const isBuilt = (each: Dependent) => each.kind === 'index' || (each.kind === 'constraint' && isKey(each))
  return columns.flatMap(({ dependents }) => dependents.filter(isBuilt).map(({ id }) => `built:${id}`))
}

/** Foreign keys stand on two tables, so they do not go by themselves with a column. */
function leave(each: Dependent, filled: readonly string[]): Action[] {
  if (each.kind !== 'constraint' || each.attributes.type !== 'foreign-key') return []
  const sql = `ALTER TABLE ${pathOf(each.parent ?? '')} DROP CONSTRAINT ${quoteIdentifier(each.name)}`
  return [
    action('alter', each.id, sql, { needs: filled, removes: [each.id], frees: each.needs, does: 'online' }),
  ]
}

function again(
  wanted: Dependent,
  substitutes: Substitutes,
  filled: readonly string[],
  kitchen: Kitchen,
): Action[] {
  if (wanted.kind === 'statistics')
    return createStatements(wanted).map((sql) =>
      action('create', wanted.id, sql, { needs: wanted.needs, makes: [wanted.id], does: 'online' }),
    )
  if (wanted.kind === 'index') return remakeIndex(wanted, substitutes, filled, kitchen)
  const parts = keyParts(wanted)
  if (parts) return remakeKey(wanted, parts, substitutes, filled, kitchen)
  return wanted.attributes.type === 'exclusion' ? excludedAgain(wanted) : laterValidated(wanted, kitchen)
}

/**
 * An exclusion constraint takes over no finished index, and rows that break it could be written while it is away: it is
 * built in the transaction of the swap, as long as that takes.
 */
function excludedAgain(wanted: ConstraintObject): Action[] {
  const [add = '', ...settings] = createStatements(wanted)
  return [
    action('create', wanted.id, add, { needs: wanted.needs, makes: [wanted.id], does: 'online' }),
    ...settings.map((sql) => action('alter', wanted.id, sql, { needs: [wanted.id] })),
  ]
}

/** Foreign keys and checks hold for new rows at once; for the others they are proved when everybody can work again. */
function laterValidated(wanted: ConstraintObject, kitchen: Kitchen): Action[] {
  const inParts = isWholeReference(wanted, kitchen)
  const { validated } = wanted.attributes
  const [sql = '', ...rest] = createStatements({
    ...wanted,
    attributes: { ...wanted.attributes, validated: inParts },
  })
  const add = action('create', wanted.id, sql, {
    needs: wanted.needs,
    makes: [wanted.id],
    locksOthers: true,
    does: 'online',
  })
  const others = rest.map((statement) => action('alter', wanted.id, statement, { needs: [wanted.id] }))
  if (inParts) return [...provedInParts(wanted, add, kitchen), ...others]
  if (!validated) return [add, ...others]
  const validate = `ALTER TABLE ${pathOf(wanted.parent ?? '')} VALIDATE CONSTRAINT ${quoteIdentifier(wanted.name)}`
  return [
    add,
    ...others,
    action('alter', wanted.id, validate, { needs: [wanted.id], transaction: 'own', does: 'validate' }),
  ]
}
