import type { Secrets } from '../sql/secret-marker.ts'
import type {
  AccessMethodObject,
  CastObject,
  DefaultPrivilegeObject,
  EventTriggerObject,
  ExtensionDependencyObject,
  ExtensionObject,
  LanguageObject,
  SchemaObject,
  TransformObject,
} from './databasewide.ts'
import type { ForeignDataWrapperObject, ServerObject, UserMappingObject } from './foreign-data.ts'
import type { ObjectId } from './object.ts'
import type {
  OperatorClassObject,
  OperatorFamilyMemberObject,
  OperatorFamilyObject,
  OperatorObject,
} from './operators.ts'
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
  TriggerStateObject,
  ViewObject,
} from './relations.ts'
import type {
  PublicationObject,
  PublicationSchemaObject,
  PublicationTableObject,
  SubscriptionObject,
} from './replication.ts'
import type { AggregateObject, FunctionObject } from './routines.ts'
import type {
  CollationObject,
  ConversionObject,
  TextSearchConfigurationObject,
  TextSearchDictionaryObject,
  TextSearchParserObject,
  TextSearchTemplateObject,
} from './text.ts'
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
  | TriggerStateObject
  | RuleObject
  | PolicyObject
  | StatisticsObject
  | FunctionObject
  | AggregateObject
  | OperatorObject
  | OperatorFamilyObject
  | OperatorFamilyMemberObject
  | OperatorClassObject
  | CollationObject
  | ConversionObject
  | TextSearchParserObject
  | TextSearchTemplateObject
  | TextSearchDictionaryObject
  | TextSearchConfigurationObject
  | ExtensionDependencyObject
  | LanguageObject
  | AccessMethodObject
  | CastObject
  | TransformObject
  | EventTriggerObject
  | ForeignDataWrapperObject
  | ServerObject
  | UserMappingObject
  | PublicationObject
  | PublicationTableObject
  | PublicationSchemaObject
  | SubscriptionObject
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
  /** The role that read it, and owns what it makes. */
  readonly role: string
  /** What the server hashes its own catalogs to: equal in one database when nothing has changed. Not compared. */
  readonly fingerprint: string
  /** Objects met that no kind models: listed in every plan, never touched. */
  readonly unmodelled: readonly string[]
  /** What the markers in attributes and statements stand for (sql/secret-marker.ts); never written anywhere. */
  readonly secrets: Secrets
}
