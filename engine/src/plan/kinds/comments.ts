import type { CatalogObject } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import type { ColumnObject } from '../../catalog/relations.ts'
import type { DomainObject } from '../../catalog/types.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../sql/quote.ts'
import { nameInStatements } from './statements.ts'

/** All comments that hang on an object, its own and those of parts that are no objects themselves. */
export function commentStatements(object: CatalogObject): string[] {
  return [...commentPlaces(object).values()]
    .filter(({ comment }) => comment !== null)
    .map(({ name, comment }) => commentStatement(name, comment))
}

/** Statements that turn the comments of one state of an object into those of another. */
export function commentChanges(from: CatalogObject, to: CatalogObject): string[] {
  const before = commentPlaces(from)
  return [...commentPlaces(to)]
    .filter(([key, { comment }]) => (before.get(key)?.comment ?? null) !== comment)
    .map(([, { name, comment }]) => commentStatement(name, comment))
}

function commentStatement(name: string, comment: string | null): string {
  const usual = name === 'SCHEMA public' ? 'standard public schema' : null // initdb's words
  const text = comment ?? usual
  return `COMMENT ON ${name} IS ${text === null ? 'NULL' : quoteLiteral(text)}`
}

interface CommentPlace {
  /** As COMMENT ON calls it. */
  readonly name: string
  readonly comment: string | null
}

/** Everything of an object that can have a comment, by a key that survives another name. */
function commentPlaces(object: CatalogObject): Map<string, CommentPlace> {
  const places = new Map<string, CommentPlace>()
  places.set('', { name: nameInStatements(object), comment: object.comment })
  for (const [key, place] of partPlaces(object)) places.set(key, place)
  return places
}

function partPlaces(object: CatalogObject): (readonly [string, CommentPlace])[] {
  const path = pathOf(object.id)
  const column = (name: string) => `COLUMN ${path}.${quoteIdentifier(name)}`
  switch (object.kind) {
    case 'view':
    case 'materialized-view': {
      const comments = new Map(object.attributes.columnComments)
      return object.attributes.columns.map(
        ([name]) => [`column ${name}`, { name: column(name), comment: comments.get(name) ?? null }] as const,
      )
    }
    case 'composite':
      return object.attributes.attributes.map(
        ({ name, comment }) => [`column ${name}`, { name: column(name), comment }] as const,
      )
    case 'constraint': {
      const index = quoteQualified(object.schema ?? '', object.name)
      return [['index', { name: `INDEX ${index}`, comment: object.attributes.indexComment }]]
    }
    case 'domain':
      return object.attributes.notNull
        ? [['not null', { name: domainNotNullPlace(object), comment: object.attributes.notNullComment }]]
        : []
    case 'column':
      return columnPlaces(object)
    default:
      return []
  }
}

function columnPlaces({ parent, attributes, facts }: ColumnObject): (readonly [string, CommentPlace])[] {
  const { identity, notNull, notNullComment } = attributes
  const places: (readonly [string, CommentPlace])[] = []
  if (notNull && facts.notNullConstraint !== null) {
    const name = `CONSTRAINT ${quoteIdentifier(facts.notNullConstraint)} ON ${pathOf(parent ?? '')}`
    places.push(['not null', { name, comment: notNullComment }])
  }
  if (identity) {
    const name = `SEQUENCE ${quoteQualified(identity.sequenceSchema, identity.sequenceName)}`
    places.push(['sequence', { name, comment: identity.comment }])
  }
  return places
}

function domainNotNullPlace(domain: DomainObject): string {
  return `CONSTRAINT ${quoteIdentifier(domainNotNull(domain))} ON DOMAIN ${pathOf(domain.id)}`
}

/** What the NOT NULL constraint of a domain is called (PostgreSQL 17). */
export function domainNotNull({ name, attributes }: DomainObject): string {
  return attributes.notNullName ?? chosenName(name, null, 'not_null')
}
