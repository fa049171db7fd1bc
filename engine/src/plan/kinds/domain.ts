import { pathOf } from '../../catalog/identify.ts'
import type { DomainConstraintObject, DomainObject } from '../../catalog/types.ts'
import { quoteIdentifier } from '../../sql/quote.ts'

/** CREATE DOMAIN, with the checks that can stand inside. */
export function createDomainStatement(
  domain: DomainObject,
  checks: readonly DomainConstraintObject[],
): string {
  const { type, collation, notNull, notNullName, default: expression } = domain.attributes
  return [
    `CREATE DOMAIN ${pathOf(domain.id)} AS ${type}`,
    ...(collation ? [`COLLATE ${collation}`] : []),
    ...(expression === null ? [] : [`DEFAULT ${expression}`]),
    ...(notNullName ? [`CONSTRAINT ${quoteIdentifier(notNullName)}`] : []),
    ...(notNull ? ['NOT NULL'] : []),
    ...checks.map(domainCheckClause),
  ].join(' ')
}

export function domainCheckClause({ name, attributes }: DomainConstraintObject): string {
  return `CONSTRAINT ${quoteIdentifier(name)} ${attributes.definition}`
}
