import { pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { action } from '../action.ts'
import { domainNotNull } from '../kinds/comments.ts'
import { type Alteration, type AlterationOf, differsIn, replace } from './alteration.ts'
import { rebuildType } from './rebuild-type.ts'

export function alterDomain(alteration: AlterationOf<'domain'>): Alteration {
  const { from, to, differences } = alteration
  if (differsIn(differences, 'type', 'collation')) return rebuildType(alteration)
  const { default: expression } = to.attributes
  const clauses = [
    ...(differsIn(differences, 'default')
      ? [expression === null ? 'DROP DEFAULT' : `SET DEFAULT ${expression}`]
      : []),
    ...notNullClauses(alteration),
  ]
  return {
    kind: 'in-place',
    actions: clauses.map((clause) =>
      action('alter', to.id, `ALTER DOMAIN ${pathOf(to.id)} ${clause}`, {
        needs: to.needs,
        frees: from.needs,
      }),
    ),
  }
}

function notNullClauses({ from, to, differences }: AlterationOf<'domain'>): string[] {
  const { notNull, notNullName } = to.attributes
  if (differsIn(differences, 'notNull')) {
    if (!notNull) return ['DROP NOT NULL']
    return [notNullName === null ? 'SET NOT NULL' : `ADD CONSTRAINT ${quoteIdentifier(notNullName)} NOT NULL`]
  }
  if (!notNull || !differsIn(differences, 'notNullName')) return []
  const [before, after] = [from, to].map((domain) => quoteIdentifier(domainNotNull(domain)))
  return [`RENAME CONSTRAINT ${before} TO ${after}`]
}

export function alterDomainConstraint({
  from,
  to,
  differences,
}: AlterationOf<'domain-constraint'>): Alteration {
  if (differsIn(differences, 'definition') || !to.attributes.validated) return replace
  if (!differsIn(differences, 'validated')) return { kind: 'in-place', actions: [] }
  const sql = `ALTER DOMAIN ${pathOf(to.parent ?? '')} VALIDATE CONSTRAINT ${quoteIdentifier(to.name)}`
  return { kind: 'in-place', actions: [action('alter', to.id, sql, { needs: to.needs, frees: from.needs })] }
}
