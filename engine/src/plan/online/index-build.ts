import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { IndexObject } from '../../catalog/relations.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type Action, action } from '../action.ts'
import type { Kitchen } from './recipe.ts'

/** An index made while others write, under any name; a finished one of a run that died is taken as it is. */
export function builtIndex(
  each: Action,
  index: IndexObject,
  name: string,
  makes: readonly ObjectId[],
  { leftover, reuse }: Kitchen,
): Action {
  const path = quoteQualified(index.schema ?? '', name)
  const sql = concurrentDefinition(index.attributes.definition, name)
  const id = `index:${path}`
  const found = leftover(id)
  const isThere =
    found?.kind === 'index' &&
    found.attributes.valid &&
    concurrentDefinition(found.attributes.definition, name) === sql
  if (isThere) reuse(id)
  return {
    ...each,
    sql: isThere ? '' : sql,
    makes: [...new Set([...makes, id])],
    transaction: 'none',
    cleanup: `DROP INDEX CONCURRENTLY IF EXISTS ${path}`,
  }
}

/** pg_get_indexdef begins with CREATE [UNIQUE] INDEX name ON [ONLY]. */
export function concurrentDefinition(definition: string, name: string): string {
  return definition.replace(
    /^CREATE (UNIQUE )?INDEX (?:"(?:[^"]|"")*"|\S+) ON (?:ONLY )?/,
    (_, unique: string | undefined) =>
      `CREATE ${unique ?? ''}INDEX CONCURRENTLY ${quoteIdentifier(name)} ON `,
  )
}

export function dropConcurrently(target: ObjectId, path: string, effects: Partial<Action>): Action {
  return action('drop', target, `DROP INDEX CONCURRENTLY ${path}`, {
    needs: effects.needs ?? [],
    frees: effects.frees ?? [],
    removes: effects.removes ?? [],
    makes: effects.makes ?? [],
    transaction: 'none',
  })
}

export function isPartitioned(table: ObjectId | null, index: CatalogIndex): boolean {
  const object = index.get(table ?? '')
  return object?.kind === 'table' && object.attributes.partitionKey !== null
}
