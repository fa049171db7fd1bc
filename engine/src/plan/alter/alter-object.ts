import type { ObjectKind } from '../../catalog/catalog.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { Change } from '../../diff/change.ts'
import type { RowValues } from '../row-values.ts'
import { alterBaseType } from './alter-base-type.ts'
import { alterColumn } from './alter-column.ts'
import { alterComposite } from './alter-composite.ts'
import { alterConstraint } from './alter-constraint.ts'
import {
  alterDefaultPrivilege,
  alterEventTrigger,
  alterLanguage,
  alterTransform,
} from './alter-database-wide.ts'
import { alterDomain, alterDomainConstraint } from './alter-domain.ts'
import { alterEnum } from './alter-enum.ts'
import { alterForeignTable, alterServer, alterUserMapping, alterWrapper } from './alter-foreign-data.ts'
import { alterFunction } from './alter-function.ts'
import { alterIndex } from './alter-index.ts'
import { alterOperator } from './alter-operator.ts'
import { alterPublication, alterSubscription } from './alter-replication.ts'
import { alterSequence } from './alter-sequence.ts'
import {
  alterDefault,
  alterExtension,
  alterPolicy,
  alterStatistics,
  alterTriggerOrRule,
} from './alter-small.ts'
import { alterTable } from './alter-table.ts'
import { alterConfiguration, alterDictionary } from './alter-text-search.ts'
import { alterMaterializedView, alterView } from './alter-view.ts'
import { type Alteration, type AlterationOf, replace } from './alteration.ts'
import { rebuildCollation } from './rebuild-collation.ts'
import { rebuildType } from './rebuild-type.ts'

type Altered = Extract<Change, { readonly kind: 'altered' }>

/** Kinds that have a way of their own; all others are dropped and made anew. */
const alterers: { readonly [Kind in ObjectKind]?: (alteration: AlterationOf<Kind>) => Alteration } = {
  'base-type': alterBaseType,
  collation: rebuildCollation,
  column: alterColumn,
  composite: alterComposite,
  constraint: alterConstraint,
  default: alterDefault,
  'default-privilege': alterDefaultPrivilege,
  domain: alterDomain,
  'domain-constraint': alterDomainConstraint,
  enum: alterEnum,
  'event-trigger': alterEventTrigger,
  extension: alterExtension,
  'foreign-data-wrapper': alterWrapper,
  'foreign-table': alterForeignTable,
  function: alterFunction,
  index: alterIndex,
  language: alterLanguage,
  'materialized-view': alterMaterializedView,
  operator: alterOperator,
  policy: alterPolicy,
  publication: alterPublication,
  range: rebuildType,
  rule: alterTriggerOrRule,
  sequence: alterSequence,
  server: alterServer,
  statistics: alterStatistics,
  subscription: alterSubscription,
  table: alterTable,
  'text-search-configuration': alterConfiguration,
  'text-search-dictionary': alterDictionary,
  transform: alterTransform,
  trigger: alterTriggerOrRule,
  'user-mapping': alterUserMapping,
  view: alterView,
}

/** The way from one state of an object to the other; comments, owners and grants are not its business. */
export function alterObject(
  change: Altered,
  fromIndex: CatalogIndex,
  toIndex: CatalogIndex,
  values: RowValues,
): Alteration {
  const { from, to } = change
  const differences = change.differences.filter(({ attribute }) => !apart.has(attribute))
  if (differences.length === 0) return { kind: 'in-place', actions: [] }
  // one object on both sides has one kind, which the compiler cannot follow through the table
  const alter = alterers[to.kind] as ((alteration: object) => Alteration) | undefined
  return alter ? alter({ from, to, differences, fromIndex, toIndex, values }) : replace
}

const apart: ReadonlySet<string> = new Set(['comment', 'owner', 'grants'])
