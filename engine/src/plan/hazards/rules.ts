import { blockingIndexBuild } from './blocking-index-build.ts'
import { busyTableLock } from './busy-table-lock.ts'
import { columnMovesToTheEnd } from './column-moves-to-the-end.ts'
import { constraintOnRows } from './constraint-on-rows.ts'
import { dataLoss } from './data-loss.ts'
import { droppedIndexInUse } from './dropped-index-in-use.ts'
import { enumValueRemoval } from './enum-value-removal.ts'
import { fillFiresTriggers } from './fill-fires-triggers.ts'
import { foreignKeyWithoutIndex } from './foreign-key-without-index.ts'
import { fullScanUnderLock } from './full-scan-under-lock.ts'
import type { Hazard, HazardRule, StepFacts } from './hazard.ts'
import { narrowingCast } from './narrowing-cast.ts'
import { rowSecurityOff } from './row-security-off.ts'
import { securityDefinerSearchPath } from './security-definer-search-path.ts'
import { sequenceOverflow } from './sequence-overflow.ts'
import { subscribersLackColumn } from './subscribers-lack-column.ts'
import { tableRewrite } from './table-rewrite.ts'
import { uniqueOnDuplicates } from './unique-on-duplicates.ts'
import { validationInTransaction } from './validation-in-transaction.ts'
import { visibleRename } from './visible-rename.ts'
import { volatileDefault } from './volatile-default.ts'

/** What is gone for good comes first, then what stops others, then what may fail. */
const rules: readonly HazardRule[] = [
  dataLoss,
  enumValueRemoval,
  narrowingCast,
  rowSecurityOff,
  securityDefinerSearchPath,
  tableRewrite,
  volatileDefault,
  fullScanUnderLock,
  blockingIndexBuild,
  validationInTransaction,
  busyTableLock,
  visibleRename,
  columnMovesToTheEnd,
  fillFiresTriggers,
  subscribersLackColumn,
  constraintOnRows,
  uniqueOnDuplicates,
  foreignKeyWithoutIndex,
  droppedIndexInUse,
  sequenceOverflow,
]

export function findHazards(step: StepFacts): Hazard[] {
  return rules.flatMap(({ code, find }) => find(step).map((finding) => ({ code, ...finding })))
}
