import type { CatalogObject } from '../../catalog/catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'

/** Something that is dropped and may come back, as a whole. */
export interface ParkedThing {
  /** The table, column, sequence or type, as it was called. */
  readonly object: ObjectId
  /** What it is called while it is parked (parkedName). */
  readonly name: string
  /** The object and all of its parts that stay with it, as they are while it is parked but under their own names. */
  readonly kept: readonly CatalogObject[]
}

/** A parked thing that can be found again: its parts are called by the number under which it was parked. */
export interface NumberedThing extends ParkedThing {
  readonly number: number
}

/** What the journal is told of a step that parks something or brings it back. */
export type ParkingRecord =
  | (NumberedThing & { readonly kind: 'park'; readonly lifted: readonly ObjectId[] })
  | { readonly kind: 'unpark' | 'purge'; readonly object: ObjectId; readonly name: string }

/** What planning must know of the place where things are parked. */
export interface ParkingPlace {
  /** The schema is there already. */
  readonly isThere: boolean
  /** The number of the next thing that is parked in this database. */
  readonly next: number
  /** Those of tables that others could join; undefined stands for none. */
  readonly columns?: readonly HiddenColumn[]
}

/** A parked column where it is: PostgreSQL wants it of every table that joins this one. */
export interface HiddenColumn {
  readonly table: ObjectId
  readonly name: string
  /** As ADD COLUMN wants it. */
  readonly definition: string
}
