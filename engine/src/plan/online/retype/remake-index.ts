import type { ObjectId } from '../../../catalog/object.ts'
import type { ConstraintObject, IndexObject } from '../../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../../sql/quote.ts'
import { type Action, action } from '../../action.ts'
import { builtIndex, isPartitioned } from '../index-build.ts'
import { partsBelow } from '../index-tree.ts'
import type { Kitchen } from '../recipe.ts'
import { helperName } from '../reserved-name.ts'
import { type MovedType, withHelperType } from './moved-type.ts'
import { substituteColumn } from './substitute-column.ts'

/** How definitions speak of the second columns while the first have their names. */
export interface Substitutes {
  readonly columns: ReadonlyMap<string, string>
  readonly types: readonly MovedType[]
}

/** An index on second columns, built while others write; it takes its name in the transaction of the swap. */
export function remakeIndex(
  index: IndexObject,
  substitutes: Substitutes,
  filled: readonly string[],
  kitchen: Kitchen,
): Action[] {
  const built = `built:${index.id}`
  return [
    ...(isPartitioned(index.parent, kitchen.to)
      ? buildTree(index, built, substitutes, filled, kitchen)
      : [buildAlone(index, built, substitutes, filled, kitchen)]),
    ...takeName(index, built, kitchen),
    ...indexColumnNames(index, index.attributes.definition, substitutes, kitchen),
  ]
}

/**
 * An index keeps the names that its columns had when it was made; those of new partitions are called after them. With a
 * partitioned one those of its partitions follow.
 */
export function indexColumnNames(
  index: IndexObject | ConstraintObject,
  definition: string,
  { columns }: Substitutes,
  { from }: Kitchen,
): Action[] {
  const before = from.get(index.id)
  const own = before?.kind === index.kind ? before.facts.ownColumns : []
  const included = / INCLUDE \((.*?)\)/.exec(definition)?.[1]?.split(', ') ?? []
  const names = [...index.facts.columns.map((name) => name && quoteIdentifier(name)), ...included]
  const table = quoteQualified(index.schema ?? '', index.name)
  return names.flatMap((name, i) => {
    const helper = columns.get(name ?? '')
    if (name === null || helper === undefined || names.indexOf(name) < i) return []
    const sql = `ALTER TABLE ${table} RENAME COLUMN ${helper} TO ${own[i] === undefined ? name : quoteIdentifier(own[i])}`
    return [action('alter', index.id, sql, { needs: [index.id], does: 'online' })]
  })
}

function buildAlone(
  index: IndexObject,
  built: string,
  substitutes: Substitutes,
  filled: readonly string[],
  kitchen: Kitchen,
): Action {
  const definition = substituted(index, substitutes)
  const moved = { ...index, attributes: { ...index.attributes, definition } }
  const before = action('create', index.id, '', { needs: filled })
  return builtIndex(before, moved, helperName('new', index.id), [built], kitchen)
}

/** That of the table itself is made without those of its partitions, and is valid once the last of them is attached. */
function buildTree(
  whole: IndexObject,
  built: string,
  substitutes: Substitutes,
  filled: readonly string[],
  kitchen: Kitchen,
): Action[] {
  const path = helperPath(whole)
  const id = `index:${path}`
  const only = `only:${path}`
  const sql = substituted(whole, substitutes).replace(
    /^CREATE (UNIQUE )?INDEX (?:"(?:[^"]|"")*"|\S+) ON ONLY /,
    (_, unique = '') => `CREATE ${unique}INDEX ${helperName('new', whole.id)} ON ONLY `,
  )
  const found = kitchen.leftover(id)
  const isThere = found?.kind === 'index' && found.attributes.definition === sql
  if (isThere) kitchen.reuse(id)
  const parts = indexesBelow(whole, kitchen)
  const attached = (part: IndexObject) => `attached:index:${helperPath(part)}`
  return [
    action('create', whole.id, isThere ? '' : sql, { needs: filled, makes: [id, only], does: 'online' }),
    ...parts.flatMap((part) => {
      const ready = `built:${part.id}`
      const attach = `ALTER INDEX ${path} ATTACH PARTITION ${helperPath(part)}`
      return [
        ...(isPartitioned(part.parent, kitchen.to)
          ? buildTree(part, ready, substitutes, filled, kitchen)
          : [buildAlone(part, ready, substitutes, filled, kitchen)]),
        action('alter', part.id, attach, { needs: [only, ready], makes: [attached(part)], does: 'online' }),
      ]
    }),
    action('alter', whole.id, '', { needs: [only, ...parts.map(attached)], makes: [built] }),
  ]
}

/** Its settings come with every change of type (alter/rebuilt-indexes.ts). */
function takeName(index: IndexObject, built: string, kitchen: Kitchen): Action[] {
  const rename = `ALTER INDEX ${helperPath(index)} RENAME TO ${quoteIdentifier(index.name)}`
  return [
    action('alter', index.id, rename, { needs: [...index.needs, built], makes: [index.id], does: 'online' }),
    ...indexesBelow(index, kitchen).flatMap((part) => takeName(part, `built:${part.id}`, kitchen)),
  ]
}

function substituted({ attributes: { definition } }: IndexObject, { columns, types }: Substitutes): string {
  const start = definition.indexOf(' USING ')
  const rest = types.reduce(withHelperType, substituteColumn(definition.slice(start), columns))
  return definition.slice(0, start) + rest
}

function indexesBelow(index: IndexObject, kitchen: Kitchen): IndexObject[] {
  return partsBelow(index, kitchen).filter((part) => part.kind === 'index')
}

function helperPath({ schema, id }: { readonly schema: string | null; readonly id: ObjectId }): string {
  return quoteQualified(schema ?? '', helperName('new', id))
}
