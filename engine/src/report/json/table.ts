import type { TableSummary } from '../../verify/table-summary.ts'
import { changeJson } from './change.ts'

export function tableJson({ differences, ...table }: TableSummary) {
  return { ...table, differences: differences.map(changeJson) }
}
