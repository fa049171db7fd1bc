import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { Action } from '../../plan/action.ts'
import type { CatalogDetails } from '../../sources/database/details/details.ts'
import type { Code, Entry } from '../code/code.ts'
import type { ModuleNames } from './module-names.ts'

/** What holds while one module of models is written. */
export interface Writing {
  readonly index: CatalogIndex
  readonly details: CatalogDetails
  /** The moment for which partitions by calendar are worked out. */
  readonly asOf: Date
  readonly names: ModuleNames
  /** Tables that the module declares. */
  readonly tables: ReadonlySet<ObjectId>
  /** Columns of type bigint that hold keys: read as numbers. */
  readonly numberKeys: ReadonlySet<ObjectId>
  /** `schema.name` of NOT NULL constraints whose name PostgreSQL would choose for another as well. */
  readonly sharedNames: ReadonlySet<string>
  /** Tables that refer to each other in a circle, which TypeScript cannot see through by itself. */
  readonly inCircles: ReadonlySet<ObjectId>
  /** Marks a name as imported from `drizzle-orm/pg-core`, and gives it back. */
  pg(name: string): string
  /** The same for types. */
  pgType(name: string): string
  /** The same for `trueup/models`. */
  companion(name: string): string
  /** An expression as a template of `sql`, imported. */
  sql(expression: string): Code
  /** The same for a query, which keeps its lines. */
  query(words: string): Code
  /** The constant that stands for a type which Drizzle has no function for. */
  customType(type: string): string
}

/** A part of a table as the models say it. */
export interface TablePart {
  /** What need not be said in SQL any more. */
  readonly says: readonly ObjectId[]
  /** An item of the list behind the columns. */
  readonly item?: Code | undefined
  /** What the companion says about it, under its name. */
  readonly extras?: Entry | undefined
  /** What neither can say. */
  readonly additions?: readonly Action[] | undefined
}
