import type { Planning } from '../pipeline.ts'
import type { Rehearsal } from '../rehearse/rehearse.ts'
import type { RowsInTheWay } from '../rows/row-check.ts'
import type { ReportedTarget } from './terminal/creation.ts'

/** All that there is to say about a plan before it runs. */
export interface PlanReport {
  readonly target: ReportedTarget
  readonly planning: Planning
  readonly rowsInTheWay: readonly RowsInTheWay[]
  /** `skipped`: asked for; `waits`: first something must be decided. */
  readonly rehearsal: Rehearsal | { readonly kind: 'skipped' | 'waits' }
}
