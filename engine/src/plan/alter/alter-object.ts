import type { ObjectKind } from '../../catalog/catalog.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { Change } from '../../diff/change.ts'
import type { RowValues } from '../row-values.ts'
import { alterColumn } from './alter-column.ts'
import { alterComposite } from './alter-composite.ts'
import { alterConstraint } from './alter-constraint.ts'
import { alterDomain, alterDomainConstraint } from './alter-domain.ts'
import { alterEnum } from './alter-enum.ts'
import { alterFunction } from './alter-function.ts'
import { alterIndex } from './alter-index.ts'
import { alterSequence } from './alter-sequence.ts'
import {
  alterDefault,
  alterExtension,
  alterPolicy,
  alterStatistics,
  alterTriggerOrRule,
} from './alter-small.ts'
import { alterTable } from './alter-table.ts'
import { alterMaterializedView, alterView } from './alter-view.ts'
import { type Alteration, type AlterationOf, replace } from './alteration.ts'
import { rebuildType } from './rebuild-type.ts'

type Altered = Extract<Change, { readonly kind: 'altered' }>

/** Kinds that have a way of their own; all others are dropped and made anew. */
const alterers: { readonly [Kind in ObjectKind]?: (alteration: AlterationOf<Kind>) => Alteration } = {
  column: alterColumn,
  composite: alterComposite,
  constraint: alterConstraint,
  default: alterDefault,
  domain: alterDomain,
  'domain-constraint': alterDomainConstraint,
  enum: alterEnum,
  extension: alterExtension,
  function: alterFunction,
  index: alterIndex,
  'materialized-view': alterMaterializedView,
  policy: alterPolicy,
  range: rebuildType,
  rule: alterTriggerOrRule,
  sequence: alterSequence,
  statistics: alterStatistics,
  table: alterTable,
  trigger: alterTriggerOrRule,
  view: alterView,
}

/** The way from one state of an object to the other; comments are not its business. */
export function alterObject(
  change: Altered,
  fromIndex: CatalogIndex,
  toIndex: CatalogIndex,
  values: RowValues,
): Alteration {
  const { from, to, differences } = change
  if (differences.every(({ attribute }) => attribute === 'comment')) return { kind: 'in-place', actions: [] }
  // one object on both sides has one kind, which the compiler cannot follow through the table
  const alter = alterers[to.kind] as ((alteration: object) => Alteration) | undefined
  return alter ? alter({ from, to, differences, fromIndex, toIndex, values }) : replace
}
