import type { CatalogObject } from '../../catalog/catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { AddressBook } from './address.ts'

/**
 * One family of objects: the SELECT that fetches it as one JSON cell, and how rows become objects.
 * Reading goes in two passes over all families, because a row of one may point at a row of any other.
 */
export interface Reader<Row extends readonly unknown[]> {
  readonly name: string
  /** A query whose every row is one `json_build_array(…)`; the parts depend on the server's major. */
  rows(serverVersion: number): string
  /** First pass: announce names. */
  register(rows: readonly Row[], context: ReadingContext): void
  /** Second pass: build the objects. */
  build(rows: readonly Row[], context: ReadingContext): Iterable<CatalogObject>
}

export interface ReadingContext {
  readonly addresses: AddressBook
  readonly serverVersion: number
  /** Name of a schema by its oid. */
  schemaName(oid: number): string
  comment(catalog: number, oid: number, position?: number): string | null
  /** What an address needs, by pg_depend, without itself. */
  needs(catalog: number, oid: number, position?: number): readonly ObjectId[]
  /** Columns of a relation in order, for kinds whose columns are no objects of their own. */
  columnsOf(relation: number): readonly PlainColumn[]
  addColumn(relation: number, column: PlainColumn): void
  /** Tables that a table inherits from or is a partition of. */
  parentsOf(relation: number): readonly ObjectId[]
  addParents(relation: number, parents: readonly number[]): void
  /** PG 18: what the NOT NULL constraint of a column is called. */
  notNullOf(column: ObjectId): string | undefined
  addNotNull(column: ObjectId, name: string): void
  /** Gives the marker that stands for a secret; the place tells it from the same secret elsewhere. */
  conceal(place: string, value: string): string
  /** Marks something that no kind models. */
  unmodelled(what: string): void
}

export interface PlainColumn {
  readonly position: number
  readonly name: string
  readonly type: string
  readonly typeStorage: string
  readonly collation: string | null
  readonly storage: string | null
  readonly compression: string | null
  readonly statistics: number | null
  readonly options: readonly string[]
  readonly grants: Grants
}

/** aclitem[] as text cells in JSON: `{a=r/b,"c d=r/b"}` comes as array already. */
export type Grants = readonly string[] | null
