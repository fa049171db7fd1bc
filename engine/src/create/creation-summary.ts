import { differences } from '../verify/differences.ts'
import { summariseTables, type TableSummary } from '../verify/table-summary.ts'
import type { CreationOutcome } from './create-tables.ts'

export function summariseCreation({ creation, after, desired }: CreationOutcome): TableSummary[] {
  return summariseTables({
    actual: after,
    desired: desired.catalog,
    tables: desired.tables,
    changes: differences(after, desired),
    created: new Set(creation.tables),
  })
}
