import type { CatalogObject, ObjectKind, ObjectOf } from '../../catalog/catalog.ts'
import { schemaId } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { catalogs } from './address.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import type { Grants, Reader, ReadingContext } from './reader.ts'

/** A kind that is one row of one system catalog, its attributes one SQL expression each. The row is called `o`. */
export interface PlainSource<Kind extends ObjectKind> {
  readonly name: string
  readonly kind: Kind
  /** Of `catalogs`; `pg_` before it is the table. */
  readonly catalog: keyof typeof catalogs
  readonly table: string
  /** Columns of names; the name also ends the path unless `path` says otherwise. */
  readonly columns: {
    readonly name: string
    readonly schema?: string
    readonly owner?: string
    readonly grants?: string
  }
  /** The path of the id, without the schema, where it is more than the name. */
  readonly path?: string
  readonly where?: string
  attributes(serverVersion: number): { readonly [Attribute in keyof ObjectOf<Kind>['attributes']]: string }
  /** Rows of other catalogs that are parts of this object, as `[catalog, oid]` in JSON: their needs are its needs. */
  readonly parts?: string
  readonly facts?: { readonly [Fact in keyof ObjectOf<Kind>['facts']]: string }
  /** Has the last word on what the server said: hides secrets. */
  finish?(
    attributes: ObjectOf<Kind>['attributes'],
    id: ObjectId,
    context: ReadingContext,
  ): ObjectOf<Kind>['attributes']
}

type Row = readonly [
  oid: number,
  schema: number | null,
  name: string,
  path: string | null,
  owner: string | null,
  grants: Grants,
  parts: readonly (readonly [catalog: number, oid: number])[] | null,
  attributes: never,
  facts: never,
]

export function plainReader<Kind extends ObjectKind>(source: PlainSource<Kind>): Reader<Row> {
  const catalog = catalogs[source.catalog]
  return {
    name: source.name,
    rows: (serverVersion) => rows(source, serverVersion),
    register(all, context) {
      for (const row of all) {
        const id = idOf(source.kind, row, context)
        context.addresses.register(catalog, row[0], id)
        for (const part of row[6] ?? []) context.addresses.register(...part, id)
      }
    },
    *build(all, context) {
      for (const row of all) {
        const [oid, schemaOid, name, , owner, grants, parts, attributes, facts] = row
        const schema = schemaOid === null ? null : context.schemaName(schemaOid)
        const id = idOf(source.kind, row, context)
        yield {
          id,
          kind: source.kind,
          schema,
          name,
          parent: schema === null ? null : schemaId(schema),
          needs: [
            ...(schema === null ? [] : [schemaId(schema)]),
            ...context.needs(catalog, oid),
            ...(parts ?? []).flatMap((part) => context.needs(...part)),
          ],
          comment: context.comment(catalog, oid),
          owner,
          grants,
          attributes: source.finish?.(attributes, id, context) ?? attributes,
          facts,
        } as CatalogObject
      }
    },
  }
}

function rows(source: PlainSource<ObjectKind>, serverVersion: number): string {
  const { table, columns, path = 'NULL', where = 'true', parts = 'NULL' } = source
  return `
    SELECT json_build_array(o.oid::int8, ${columns.schema ? `o.${columns.schema}::int8` : 'NULL'}, ${columns.name}, ${path},
      ${columns.owner ? `pg_get_userbyid(o.${columns.owner})` : 'NULL'},
      ${columns.grants ? `to_json(o.${columns.grants}::text[])` : 'NULL'},
      ${parts},
      ${jsonObject(source.attributes(serverVersion))}, ${jsonObject(source.facts ?? {})})
    FROM ${table} o
    WHERE ${where} AND ${isUsers(table, 'o.oid')}
      ${columns.schema ? `AND ${inManagedSchema(`o.${columns.schema}`)}` : ''}`
}

function jsonObject(expressions: { readonly [name: string]: string }): string {
  const cells = Object.entries(expressions).map(([name, expression]) => `'${name}', ${expression}`)
  return `json_build_object(${cells.join(', ')})`
}

function idOf(kind: ObjectKind, row: Row, context: ReadingContext): ObjectId {
  const [, schemaOid, name, path] = row
  if (schemaOid === null) return `${kind}:${path ?? quoteIdentifier(name)}`
  const schema = context.schemaName(schemaOid)
  return `${kind}:${path === null ? quoteQualified(schema, name) : `${quoteIdentifier(schema)}.${path}`}`
}
