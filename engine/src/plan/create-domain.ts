import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { DomainConstraintObject, DomainObject } from '../catalog/types.ts'
import { type Action, action } from './action.ts'
import { createDomainStatement } from './kinds/domain.ts'
import { reaches } from './reach.ts'

/**
 * A new domain with the checks that can stand inside: once its values are kept in an array or a row, PostgreSQL takes
 * none any more.
 * @param isMade whether a check is to be made now
 */
export function createDomain(
  domain: DomainObject,
  to: CatalogIndex,
  isMade: (check: ObjectId) => boolean,
): Action {
  const checks = to
    .partsOfKind(domain.id, 'domain-constraint')
    .filter((check) => isMade(check.id) && canStandInside(check, domain.id, to))
  const needs = new Set([domain, ...checks].flatMap((object) => object.needs))
  needs.delete(domain.id)
  return action('create', domain.id, createDomainStatement(domain, checks), {
    makes: [domain.id, ...checks.map(({ id }) => id)],
    needs: [...needs],
  })
}

/** One that is not validated cannot, nor one with a function that takes the domain. */
function canStandInside(check: DomainConstraintObject, domain: ObjectId, to: CatalogIndex): boolean {
  const others = check.needs.filter((id) => id !== domain)
  return check.attributes.validated && !reaches(others, domain, to)
}
