import type { CatalogObject } from '../../catalog/catalog.ts'
import { kindOf, pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../sql/quote.ts'

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

function routinePath(object: CatalogObject & { readonly facts: { readonly identityArguments: string } }): string {
  const argumentsText = object.facts.identityArguments
  const name = `${quoteIdentifier(object.schema ?? '')}.${quoteIdentifier(object.name)}`
  return `${name}(${object.kind === 'aggregate' && argumentsText === '' ? '*' : argumentsText})`
}

export function commentStatement(name: string, comment: string | null): string {
  return `COMMENT ON ${name} IS ${comment === null ? 'NULL' : quoteLiteral(comment)}`
}

/** All comments that hang on an object, its own and those of parts that are no objects themselves. */
export function commentStatements(object: CatalogObject): string[] {
  const statements: string[] = []
  if (object.comment !== null) statements.push(commentStatement(nameInStatements(object), object.comment))
  const path = pathOf(object.id)
  if (object.kind === 'view' || object.kind === 'materialized-view') {
    for (const [column, comment] of object.attributes.columnComments)
      statements.push(commentStatement(`COLUMN ${path}.${quoteIdentifier(column)}`, comment))
  }
  if (object.kind === 'composite') {
    for (const { name, comment } of object.attributes.attributes)
      if (comment !== null) statements.push(commentStatement(`COLUMN ${path}.${quoteIdentifier(name)}`, comment))
  }
  if (object.kind === 'constraint' && object.attributes.indexComment !== null) {
    const index = quoteQualified(object.schema ?? '', object.name)
    statements.push(commentStatement(`INDEX ${index}`, object.attributes.indexComment))
  }
  return statements
}
