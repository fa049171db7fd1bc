import type { Catalog } from '../../catalog/catalog.ts'
import { nameOf } from '../../catalog/identify.ts'
import type { CreationOutcome } from '../../create/create-tables.ts'
import { summariseCreation } from '../../create/creation-summary.ts'
import type { Creation } from '../../create/plan-creation.ts'
import { findShadowed } from '../../create/shadowed.ts'
import type { Change } from '../../diff/change.ts'
import type { Language, Messages } from '../../messages/catalogue.ts'
import type { Place } from '../../postgres/database.ts'
import { describeChanges } from './difference.ts'
import { whereLine } from './place.ts'
import { tableLines } from './tables.ts'

export interface ReportedTarget {
  readonly environment: string
  readonly place: Place
}

/** Before anything happens: where, and what. */
export function plannedLines(
  creation: Creation,
  before: Catalog,
  desired: Catalog,
  target: ReportedTarget,
  texts: Messages,
): string[] {
  const names = (creation.tables.length > 0 ? creation.tables : creation.partitions).map(nameOf).join(', ')
  const path = before.searchPath.join(', ')
  return [
    whereLine(target, before, texts),
    ...(creation.actions.length > 0
      ? [texts.create.willMake({ tables: names, statements: creation.actions.length })]
      : []),
    ...findShadowed(before, desired).map((shadowed) => texts.create.elsewhere({ ...shadowed, path })),
  ]
}

/** Afterwards: what was made, all tables, and what differs. */
export function creationLines(
  outcome: CreationOutcome,
  milliseconds: number,
  language: Language,
  texts: Messages,
): string[] {
  const { creation } = outcome
  const seconds = (milliseconds / 1000).toFixed(2)
  const tables = creation.tables.length
  const partitions = creation.partitions.length
  const { create } = texts
  const headline =
    creation.actions.length === 0
      ? create.nothing({ seconds })
      : tables > 0
        ? create.created({ tables, partitions, seconds })
        : partitions > 0
          ? create.createdPartitions({ partitions, seconds })
          : create.createdOther({ objects: creation.actions.length, seconds })
  const differences = creation.differing.filter((change) => isAboutModels(change, outcome))
  const lines = describeChanges(differences, texts).map((line) => `  ${line}`)
  return [
    headline,
    '',
    ...tableLines(summariseCreation(outcome), language, texts),
    ...(lines.length > 0 ? ['', create.differing({ count: lines.length }), ...lines, '', create.next()] : []),
  ]
}

/** Tables that the models do not know are `verify`'s business; what an own table has too much is told. */
function isAboutModels(change: Change, { desired }: CreationOutcome): boolean {
  return (
    change.kind !== 'removed' ||
    (change.object.parent !== null &&
      desired.catalog.objects.has(change.object.parent) &&
      change.object.schema === null)
  )
}
