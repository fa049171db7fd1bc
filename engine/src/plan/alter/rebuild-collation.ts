import { pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { commentStatements } from '../kinds/comments.ts'
import { createStatements } from '../kinds/create.ts'
import { type Alteration, type AlterationOf, differsIn } from './alteration.ts'

/**
 * A collation cannot be altered. The old one is renamed aside, whatever is ordered by it moves to the new one
 * (moved-collations.ts) or is made anew, and the old one goes.
 */
export function rebuildCollation({
  from,
  to,
  differences,
  fromIndex,
  toIndex,
}: AlterationOf<'collation'>): Alteration {
  if (differences.length === 0 || !differsIn(differences, ...Object.keys(to.attributes)))
    return { kind: 'in-place', actions: [] }
  const name = `${to.name.slice(0, 40)}__old`
  const aside = `aside:${to.id}`
  const moved = fromIndex.dependentsOf(from.id).filter(({ id }) => toIndex.has(id))
  return {
    kind: 'in-place',
    actions: [
      action('alter', to.id, `ALTER COLLATION ${pathOf(from.id)} RENAME TO ${quoteIdentifier(name)}`, {
        makes: [aside],
      }),
      action('create', to.id, createStatements(to)[0]!, { needs: [...to.needs, aside], makes: [to.id] }),
      ...commentStatements(to).map((sql) => action('comment', to.id, sql, { needs: [to.id] })),
      action('drop', to.id, `DROP COLLATION ${quoteQualified(from.schema ?? '', name)}`, {
        needs: [to.id, ...moved.map(({ id }) => id)],
      }),
    ],
    pushesAside: ({ kind }) => !movers.has(kind),
  }
}

/** Kinds that hold rows, or types of rows: they stay and move over. */
const movers: ReadonlySet<string> = new Set([
  'column',
  'table',
  'foreign-table',
  'domain',
  'composite',
  'range',
])
