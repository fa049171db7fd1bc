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

/** How DROP calls an object; the same but for kinds that DROP knows by another name. */
export function dropName(object: CatalogObject): string {
  return nameInStatements(object)
}

function routinePath(
  object: CatalogObject & { readonly facts: { readonly identityArguments: string } },
): string {
  const argumentsText = object.facts.identityArguments
  const name = `${quoteIdentifier(object.schema ?? '')}.${quoteIdentifier(object.name)}`
  return `${name}(${object.kind === 'aggregate' && argumentsText === '' ? '*' : argumentsText})`
}

export function commentStatement(name: string, comment: string | null): string {
  return `COMMENT ON ${name} IS ${comment === null ? 'NULL' : quoteLiteral(comment)}`
}

/** All comments that hang on an object, its own and those of parts that are no objects themselves. */
export function commentStatements(object: CatalogObject): string[] {
  return [...commentsOf(object)].map(([name, comment]) => commentStatement(name, comment))
}

/** Statements that turn the comments of one state of an object into those of another. */
export function commentChanges(from: CatalogObject, to: CatalogObject): string[] {
  const before = commentsOf(from)
  const after = commentsOf(to)
  return [
    ...[...before.keys()]
      .filter((name) => !after.has(name) && isStillThere(name, to))
      .map((name) => commentStatement(name, null)),
    ...[...after]
      .filter(([name, comment]) => before.get(name) !== comment)
      .map(([name, comment]) => commentStatement(name, comment)),
  ]
}

/** Comments by what COMMENT ON calls the thing. */
function commentsOf(object: CatalogObject): Map<string, string> {
  const comments = new Map<string, string>()
  if (object.comment !== null) comments.set(nameInStatements(object), object.comment)
  const path = pathOf(object.id)
  if (object.kind === 'view' || object.kind === 'materialized-view') {
    for (const [column, comment] of object.attributes.columnComments)
      comments.set(`COLUMN ${path}.${quoteIdentifier(column)}`, comment)
  }
  if (object.kind === 'composite') {
    for (const { name, comment } of object.attributes.attributes)
      if (comment !== null) comments.set(`COLUMN ${path}.${quoteIdentifier(name)}`, comment)
  }
  if (object.kind === 'constraint' && object.attributes.indexComment !== null) {
    const index = quoteQualified(object.schema ?? '', object.name)
    comments.set(`INDEX ${index}`, object.attributes.indexComment)
  }
  return comments
}

/** The comment of a column that went along with it needs no statement. */
function isStillThere(name: string, to: CatalogObject): boolean {
  if (!name.startsWith('COLUMN ') || to.kind === 'column') return true
  const names =
    to.kind === 'composite'
      ? to.attributes.attributes.map((attribute) => attribute.name)
      : to.kind === 'view' || to.kind === 'materialized-view'
        ? to.attributes.columns.map(([column]) => column)
        : []
  return names.some((column) => name.endsWith(`.${quoteIdentifier(column)}`))
}
