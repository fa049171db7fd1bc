import { pathOf } from '../../../catalog/identify.ts'
import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import { type Action, action } from '../../action.ts'
import { commentStatements } from '../../kinds/comments.ts'
import { createStatements } from '../../kinds/create.ts'
import { buildKeyIndex, keyParts } from '../concurrent-key.ts'
import { builtIndex } from '../index-build.ts'
import type { Kitchen } from '../recipe.ts'
import { helperName } from '../reserved-name.ts'
import { type MovedType, withHelperType } from './moved-type.ts'
import type { Dependent, RetypedColumn } from './retyped-column.ts'
import { substituteColumn } from './substitute-column.ts'

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
    const moved = columns.flatMap((column) => column.moved ?? [])
    return [
      ...leave(each, filled),
      ...again(wanted as Dependent, helpers, moved, filled, kitchen),
      ...commentStatements(each).map((sql) => action('comment', each.id, sql, { needs: [each.id] })),
    ]
  })
}

/** Marks of the indexes that are built beside the old ones. */
export function readyMarks(columns: readonly RetypedColumn[]): string[] {
  const isBuilt = (each: Dependent) => each.kind === 'index' || (each.kind === 'constraint' && isKey(each))
  return columns.flatMap(({ dependents }) => dependents.filter(isBuilt).map(({ id }) => `built:${id}`))
}

function isKey({ attributes }: Extract<Dependent, { kind: 'constraint' }>): boolean {
  return attributes.type === 'primary-key' || attributes.type === 'unique'
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
  helpers: ReadonlyMap<string, string>,
  types: readonly MovedType[],
  filled: readonly string[],
  kitchen: Kitchen,
): Action[] {
  const built = `built:${wanted.id}`
  const name = helperName('new', wanted.id)
  const needs = [...wanted.needs, built]
  const finished = { needs, makes: [wanted.id], does: 'online' } as const
  if (wanted.kind === 'statistics')
    return createStatements(wanted).map((sql) => action('create', wanted.id, sql, finished))
  if (wanted.kind === 'index') {
    const { definition } = wanted.attributes
    const start = definition.indexOf(' USING ')
    const rest = types.reduce(withHelperType, substituteColumn(definition.slice(start), helpers))
    const moved = definition.slice(0, start) + rest
    const index = { ...wanted, attributes: { ...wanted.attributes, definition: moved } }
    const before = action('create', wanted.id, '', { needs: filled })
    const rename = `ALTER INDEX ${quoteQualified(wanted.schema ?? '', name)} RENAME TO ${quoteIdentifier(wanted.name)}`
    return [builtIndex(before, index, name, [built], kitchen), action('alter', wanted.id, rename, finished)]
  }
  const table = `ALTER TABLE ${pathOf(wanted.parent ?? '')}`
  const parts = keyParts(wanted)
  if (parts) {
    const columns = substituteColumn(parts.columns, helpers)
    const include = substituteColumn(parts.include, helpers)
    const build = buildKeyIndex(wanted, { ...parts, columns, include }, name, built, kitchen)
    const add = `${table} ADD CONSTRAINT ${quoteIdentifier(wanted.name)} ${parts.type} USING INDEX ${name}${parts.deferrable}`
    return [{ ...build, needs: filled }, action('create', wanted.id, add, finished)]
  }
  return wanted.attributes.type === 'exclusion' ? excludedAgain(wanted) : laterValidated(wanted, table)
}

/**
 * An exclusion constraint takes over no finished index, and rows that break it could be written while it is away: it is
 * built in the transaction of the swap, as long as that takes.
 */
function excludedAgain(wanted: Extract<Dependent, { kind: 'constraint' }>): Action[] {
  const [add = '', ...settings] = createStatements(wanted)
  return [
    action('create', wanted.id, add, { needs: wanted.needs, makes: [wanted.id], does: 'online' }),
    ...settings.map((sql) => action('alter', wanted.id, sql, { needs: [wanted.id] })),
  ]
}

/** Foreign keys and checks hold for new rows at once; for the others they are proved when everybody can work again. */
function laterValidated(wanted: Extract<Dependent, { kind: 'constraint' }>, table: string): Action[] {
  const [sql = '', ...rest] = createStatements({
    ...wanted,
    attributes: { ...wanted.attributes, validated: false },
  })
  const add = action('create', wanted.id, sql, {
    needs: wanted.needs,
    makes: [wanted.id],
    locksOthers: true,
    does: 'online',
  })
  const others = rest.map((statement) => action('alter', wanted.id, statement, { needs: [wanted.id] }))
  if (!wanted.attributes.validated) return [add, ...others]
  const validate = `${table} VALIDATE CONSTRAINT ${quoteIdentifier(wanted.name)}`
  return [
    add,
    ...others,
    action('alter', wanted.id, validate, { needs: [wanted.id], transaction: 'own', does: 'validate' }),
  ]
}
