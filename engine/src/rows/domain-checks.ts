import type { CatalogObject } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { DomainConstraintObject, DomainObject } from '../catalog/types.ts'
import type { Change } from '../diff/change.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import type { CastContext } from './cast-checks.ts'
import { keyOf } from './key-of.ts'
import type { RowCheck } from './row-check.ts'

interface Rule {
  readonly object: ObjectId
  readonly domain: ObjectId
  readonly reason: 'check' | 'null'
  /** The condition that a value of the base type breaks the rule. */
  fails(value: string): string
}

/** What a domain asks of its values, as far as that can be asked before it does. */
export function domainRules(domain: DomainObject, { to, isSettled }: CastContext): Rule[] {
  const rules = to
    .partsOfKind(domain.id, 'domain-constraint')
    .flatMap((constraint) => checkRule(constraint, (id) => id === domain.id || isSettled(id)))
  return domain.attributes.notNull ? [...rules, notNullRule(domain.id)] : rules
}

/** A domain that gets stricter is to be kept by the rows that there are. */
export function stricterDomainChecks(change: Change, context: CastContext): RowCheck[] {
  return newRules(change, context).flatMap((rule) => {
    const [before, after] = [context.from.get(rule.domain), context.to.get(rule.domain)]
    if (before?.kind !== 'domain' || after?.kind !== 'domain') return []
    if (before.attributes.type !== after.attributes.type) return []
    return columnsOf(after, context).map((column) => {
      const table = column.parent ?? ''
      const value = `t.${quoteIdentifier(column.name)}::${before.attributes.type}`
      const rows = `${pathOf(table)} t WHERE ${rule.fails(value)}`
      return { object: rule.object, table, key: keyOf(table, context.from), reason: rule.reason, rows }
    })
  })
}

/** Of tables that are there and stay of that type; a parent's rows are asked with those of its children. */
function columnsOf(domain: DomainObject, { from, to }: CastContext): CatalogObject[] {
  return from.dependentsOf(domain.id).filter((column) => {
    const after = to.get(column.id)
    return (
      column.kind === 'column' &&
      after?.kind === 'column' &&
      column.attributes.local &&
      column.parent?.startsWith('table:') &&
      [column, after].every(({ attributes }) => attributes.type === pathOf(domain.id))
    )
  })
}

function newRules(change: Change, { from, isSettled }: CastContext): Rule[] {
  if (change.kind === 'removed') return []
  const [before, object]: [CatalogObject | undefined, CatalogObject] =
    change.kind === 'added' ? [undefined, change.object] : [change.from, change.to]
  if (object.kind === 'domain') {
    const isNew = before?.kind === 'domain' && object.attributes.notNull && !before.attributes.notNull
    return isNew ? [notNullRule(object.id)] : []
  }
  if (object.kind !== 'domain-constraint' || !object.attributes.validated) return []
  if (before?.kind === 'domain-constraint' && isSameRule(before, object)) return []
  return checkRule(object, (id) => (id === object.parent ? from.has(id) : isSettled(id)))
}

function isSameRule(one: DomainConstraintObject, other: DomainConstraintObject): boolean {
  return one.attributes.validated && one.attributes.definition === other.attributes.definition
}

/** `VALUE` in the check of a domain is a column of that name as well (manual: CREATE DOMAIN). */
function checkRule(constraint: DomainConstraintObject, isKnown: (id: ObjectId) => boolean): Rule[] {
  const expression = /^CHECK \((.*)\)$/s.exec(constraint.attributes.definition)?.[1]
  if (expression === undefined || !constraint.needs.every(isKnown)) return []
  const fails = (value: string) => `NOT (SELECT (${expression}) FROM (SELECT ${value} AS value) AS of_domain)`
  return [{ object: constraint.id, domain: constraint.parent ?? '', reason: 'check', fails }]
}

function notNullRule(domain: ObjectId): Rule {
  const fails = (value: string) => `${value} IS NOT DISTINCT FROM NULL`
  return { object: domain, domain, reason: 'null', fails }
}
