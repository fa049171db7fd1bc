import { pathOf } from '../../catalog/identify.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { type Action, action, type Work } from '../action.ts'
import { copiesOf, tableOf } from '../inheritance.ts'
import { nameOfNotNull, notNullAddition } from '../kinds/not-null.ts'
import { type AlterationOf, differsIn } from './alteration.ts'
import { isRetied } from './table-ties.ts'

/**
 * NOT NULL of a column, which since PostgreSQL 18 has a name, may be not valid, and may be kept from children.
 * @param filled made by who fills in the values that are missing
 */
export function alterNotNull(alteration: AlterationOf<'column'>, filled: string): Action[] {
  const { from, to, fromIndex, toIndex } = alteration
  const clauses = isPlain(alteration) ? plainClauses(alteration) : constraintClauses(alteration)
  const copies = [...copiesOf(from, fromIndex), ...copiesOf(to, toIndex)].map(
    ({ id }) => `inherited-null:${id}`,
  )
  const isNotNull = to.attributes.notNull
  return clauses.map((clause, i) =>
    action('alter', to.id, `ALTER TABLE ${pathOf(to.parent ?? '')} ${clause}`, {
      needs: [
        ...to.needs,
        to.id,
        filled,
        `inherited-null:${to.id}`,
        `children-ready:${to.id}`,
        ...(isNotNull ? [] : [`keyless:${to.id}`, `plain:${to.id}`]),
        ...(i === 0 ? [] : [`nullable:${to.id}`]),
      ],
      frees: from.needs,
      does: workOf(clause, to),
      makes: [
        ...new Set(copies),
        ...(isNotNull && i === clauses.length - 1 ? [`not-null:${to.id}`] : [`nullable:${to.id}`]),
      ],
    }),
  )
}

function workOf(clause: string, { attributes }: ColumnObject): Work | null {
  if (clause.startsWith('VALIDATE ')) return 'validate'
  const proves = / SET NOT NULL$/.test(clause) || clause.startsWith('ADD CONSTRAINT ')
  return proves && attributes.notNullValid ? 'not-null' : null
}

/** Whether the servers know nothing of NOT NULL but yes and no. */
function isPlain({ from, to, fromIndex, toIndex }: AlterationOf<'column'>): boolean {
  return (
    Math.min(fromIndex.catalog.serverVersion, toIndex.catalog.serverVersion) < 180000 ||
    [from, to].some(({ parent }) => parent?.startsWith('foreign-table:'))
  )
}

function plainClauses({ to, differences }: AlterationOf<'column'>): string[] {
  if (!differsIn(differences, 'notNull')) return []
  return [`ALTER COLUMN ${quoteIdentifier(to.name)} ${to.attributes.notNull ? 'SET' : 'DROP'} NOT NULL`]
}

function constraintClauses(alteration: AlterationOf<'column'>): string[] {
  const { from, to, differences } = alteration
  const drop = `ALTER COLUMN ${quoteIdentifier(to.name)} DROP NOT NULL`
  if (differsIn(differences, 'notNull')) return [to.attributes.notNull ? notNullAddition(to) : drop]
  if (!to.attributes.notNull) return []
  const [before, after] = [from, to].map((column) => quoteIdentifier(nameOfNotNull(column)))
  if (from.attributes.notNullValid && !to.attributes.notNullValid) return [drop, notNullAddition(to)]
  const clauses: string[] = []
  if (differsIn(differences, 'notNullName') && before !== after && !isRenamedByTies(alteration))
    clauses.push(`RENAME CONSTRAINT ${before} TO ${after}`)
  if (differsIn(differences, 'notNullNoInherit'))
    clauses.push(`ALTER CONSTRAINT ${after} ${to.attributes.notNullNoInherit ? 'NO ' : ''}INHERIT`)
  if (differsIn(differences, 'notNullValid')) clauses.push(`VALIDATE CONSTRAINT ${after}`)
  return clauses
}

function isRenamedByTies({ from, to, fromIndex, toIndex }: AlterationOf<'column'>): boolean {
  const [before, after] = [tableOf(from, fromIndex), tableOf(to, toIndex)]
  return (
    before?.kind === 'table' &&
    after?.kind === 'table' &&
    isRetied({ from: before, to: after, differences: [] })
  )
}
