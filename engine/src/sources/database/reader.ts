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
  needs(catalog: number, oid: number, position?: number): ObjectId[]
  /** Columns of a relation in order, for kinds whose columns are no objects of their own. */
  columnsOf(relation: number): readonly PlainColumn[]
  addColumn(relation: number, column: PlainColumn): void
  /** Marks something that no kind models. */
  unmodelled(what: string): void
}

export interface PlainColumn {
  readonly position: number
  readonly name: string
  readonly type: string
  readonly collation: string | null
}

/** aclitem[] as text cells in JSON: `{a=r/b,"c d=r/b"}` comes as array already. */
export type Grants = readonly string[] | null
