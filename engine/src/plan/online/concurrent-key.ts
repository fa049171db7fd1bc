import { pathOf } from '../../catalog/identify.ts'
import type { ConstraintObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import { storageOption } from '../kinds/column.ts'
import { isPartitioned } from './index-build.ts'
import type { Kitchen, Recipe } from './recipe.ts'
import { helperName } from './reserved-name.ts'

/**
 * The unique index of a primary key or unique constraint is built while others write; making it the constraint's own
 * is a change of catalogs only (manual: ALTER TABLE, ADD table_constraint_using_index), and renames the index.
 */
export const concurrentKey: Recipe = (each, kitchen) => {
  const { to, isBusy } = kitchen
  const key = to.get(each.target)
  if (each.verb !== 'create' || key?.kind !== 'constraint' || !isBusy(key.parent)) return undefined
  if (isPartitioned(key.parent, to) || key.attributes.attachedTo) return undefined
  const parts = keyParts(key)
  if (!parts) return undefined
  const built = `built:${key.id}`
  const name = helperName('new', key.id)
  const sql = `ALTER TABLE ${pathOf(key.parent ?? '')} ADD CONSTRAINT ${quoteIdentifier(key.name)} ${parts.type} USING INDEX ${quoteIdentifier(name)}${parts.deferrable}`
  const columnsThere = key.needs.filter((id) => !each.makes.includes(id))
  return [
    buildKeyIndex(key, parts, name, built, kitchen),
    { ...each, sql, needs: [...each.needs, ...columnsThere, built] },
  ]
}

/** The index as a statement of its own. */
export function buildKeyIndex(
  key: ConstraintObject,
  { nullsNotDistinct, columns, include }: KeyParts,
  name: string,
  built: string,
  kitchen: Kitchen,
): Action {
  const path = quoteQualified(key.schema ?? '', name)
  const { indexStorage, indexTablespace } = key.attributes
  const options = [
    include,
    nullsNotDistinct,
    indexStorage.length > 0 ? ` WITH (${indexStorage.map(storageOption).join(', ')})` : '',
    indexTablespace ? ` TABLESPACE ${quoteIdentifier(indexTablespace)}` : '',
  ].join('')
  const id = `index:${path}`
  const found = kitchen.leftover(id)
  const isThere = found?.kind === 'index' && found.attributes.valid && found.parent === key.parent
  if (isThere) kitchen.reuse(id)
  const sql = `CREATE UNIQUE INDEX CONCURRENTLY ${quoteIdentifier(name)} ON ${pathOf(key.parent ?? '')} ${columns}${options}`
  return action('create', key.id, isThere ? '' : sql, {
    needs: key.needs,
    makes: [built, id],
    transaction: 'none',
    cleanup: `DROP INDEX CONCURRENTLY IF EXISTS ${path}`,
  })
}

export interface KeyParts {
  readonly type: 'PRIMARY KEY' | 'UNIQUE'
  readonly nullsNotDistinct: string
  readonly columns: string
  readonly include: string
  readonly deferrable: string
}

/** What pg_get_constraintdef says of a key; undefined where an index alone cannot become it (WITHOUT OVERLAPS, exclusion). */
export function keyParts({ attributes }: ConstraintObject): KeyParts | undefined {
  const list = String.raw`\((?:"(?:[^"]|"")*"|[^()"])*\)`
  const shape = new RegExp(
    `^(PRIMARY KEY|UNIQUE)( NULLS NOT DISTINCT)? (${list})( INCLUDE ${list})?((?: NOT)? ?(?:DEFERRABLE|INITIALLY).*)?$`,
  )
  const match = shape.exec(attributes.definition)
  if (!match || /WITHOUT OVERLAPS\)$/.test(match[3] ?? '')) return undefined
  const [, type, nullsNotDistinct = '', columns = '', include = '', deferrable = ''] = match
  return {
    type: type as KeyParts['type'],
    nullsNotDistinct,
    columns,
    include,
    deferrable: deferrable && ` ${deferrable.trim()}`,
  }
}
