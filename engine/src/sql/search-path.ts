import { quoteIdentifier } from './quote.ts'

/**
 * Functions often name others without a schema, and count on the search_path of the sessions that call them. What a
 * statement makes run (defaults, checks, triggers, expressions of indexes) finds them on the path that a session has
 * from its role and database; names in statements of ours are written in full.
 */
export const usualPath = 'SET LOCAL search_path = DEFAULT'

/** For what is ours alone: nobody's function or operator can get between. */
export const emptyPath = `SET LOCAL search_path = ''`

/** The path of another database, in one that stands for it. */
export function pathLike({ searchPath }: { readonly searchPath: readonly string[] }): string {
  return `SET search_path = ${searchPath.length > 0 ? searchPath.map(quoteIdentifier).join(', ') : "''"}`
}
