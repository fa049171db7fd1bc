import type { CatalogObject } from '../../catalog/catalog.ts'
import { kindOf, pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier } from '../../sql/quote.ts'

/** How each kind is called where a statement names it: `COMMENT ON …`, `DROP …`, `ALTER …`. */
export function nameInStatements(object: CatalogObject): string {
  const path = pathOf(object.id)
  const owner = object.parent ? pathOf(object.parent) : ''
  switch (object.kind) {
    case 'column':
      return `COLUMN ${path}`
    case 'constraint':
      return `CONSTRAINT ${quoteIdentifier(object.name)} ON ${owner}`
    case 'domain-constraint':
      return `CONSTRAINT ${quoteIdentifier(object.name)} ON DOMAIN ${owner}`
    case 'trigger':
    case 'rule':
    case 'policy':
      return `${object.kind.toUpperCase()} ${quoteIdentifier(object.name)} ON ${owner}`
    case 'function':
      return `${object.attributes.routine === 'procedure' ? 'PROCEDURE' : 'FUNCTION'} ${routinePath(object)}`
    case 'aggregate':
      return `AGGREGATE ${routinePath(object)}`
    case 'enum':
    case 'composite':
    case 'range':
    case 'base-type':
      return `TYPE ${path}`
    default:
      return `${kindOf(object.id).replaceAll('-', ' ').toUpperCase()} ${path}`
  }
}

function routinePath(
  object: CatalogObject & { readonly facts: { readonly identityArguments: string } },
): string {
  const argumentsText = object.facts.identityArguments
  const name = `${quoteIdentifier(object.schema ?? '')}.${quoteIdentifier(object.name)}`
  return `${name}(${object.kind === 'aggregate' && argumentsText === '' ? '*' : argumentsText})`
}
