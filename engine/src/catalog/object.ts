/**
 * One object of a database in a neutral picture: no oids, no connection, nothing that another server would spell otherwise.
 * `attributes` is what two catalogs are compared by; `facts` is what planning needs to know and nobody compares.
 */
export interface CatalogObjectOf<Kind extends string, Attributes, Facts = Readonly<Record<never, never>>> {
  readonly id: ObjectId
  readonly kind: Kind
  /** null for objects that live in no schema (extensions, publications, …). */
  readonly schema: string | null
  readonly name: string
  /** The object this one is a part of: it goes when the parent goes. */
  readonly parent: ObjectId | null
  /** What must exist before this can: from pg_depend and from the structure. */
  readonly needs: readonly ObjectId[]
  readonly comment: string | null
  readonly owner: string | null
  /** aclitem[] in PostgreSQL's text form; null stands for the kind's default privileges. */
  readonly grants: readonly string[] | null
  readonly attributes: Attributes
  readonly facts: Facts
}

/** `kind:path`, the path in PostgreSQL's spelling: `column:public.users."Full Name"`. */
export type ObjectId = string
