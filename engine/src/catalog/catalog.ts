import type {
  DefaultPrivilegeObject,
  DefinedObject,
  ExtensionObject,
  ForeignDataWrapperObject,
  PublicationObject,
  SchemaObject,
  ServerObject,
  SubscriptionObject,
  UserMappingObject,
} from './databasewide.ts'
import type { ObjectId } from './object.ts'
import type {
  ColumnObject,
  ConstraintObject,
  DefaultObject,
  ForeignTableObject,
  IndexObject,
  MaterializedViewObject,
  PolicyObject,
  RuleObject,
  SequenceObject,
  StatisticsObject,
  TableObject,
  TriggerObject,
  ViewObject,
} from './relations.ts'
import type { AggregateObject, EventTriggerObject, FunctionObject } from './routines.ts'
import type {
  BaseTypeObject,
  CompositeObject,
  DomainConstraintObject,
  DomainObject,
  EnumObject,
  RangeObject,
} from './types.ts'

export type CatalogObject =
  | SchemaObject
  | ExtensionObject
  | EnumObject
  | DomainObject
  | DomainConstraintObject
  | CompositeObject
  | RangeObject
  | BaseTypeObject
  | SequenceObject
  | TableObject
  | ForeignTableObject
  | ColumnObject
  | DefaultObject
  | ConstraintObject
  | IndexObject
  | ViewObject
  | MaterializedViewObject
  | TriggerObject
  | RuleObject
  | PolicyObject
  | StatisticsObject
  | FunctionObject
  | AggregateObject
  | EventTriggerObject
  | DefinedObject
  | PublicationObject
  | SubscriptionObject
  | ForeignDataWrapperObject
  | ServerObject
  | UserMappingObject
  | DefaultPrivilegeObject

export type ObjectKind = CatalogObject['kind']
export type ObjectOf<Kind extends ObjectKind> = Extract<CatalogObject, { readonly kind: Kind }>

/** A whole database as data. The order of `objects` is by id, so equal catalogs have equal bytes. */
export interface Catalog {
  /** server_version_num of the server that spelled the texts. */
  readonly serverVersion: number
  readonly objects: ReadonlyMap<ObjectId, CatalogObject>
  /** Schemas that names without one are looked up in, for the role that read it. */
  readonly searchPath: readonly string[]
  /** What the server hashes its own catalogs to: equal in one database when nothing has changed. Not compared. */
  readonly fingerprint: string
  /** Objects met that no kind models: listed in every plan, never touched. */
  readonly unmodelled: readonly string[]
}
