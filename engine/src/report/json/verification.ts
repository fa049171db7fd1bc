import type { Verification } from '../../verify/verify-database.ts'
import type { DriftAmong } from '../drift-groups.ts'
import type { ReportedTarget } from '../terminal/creation.ts'
import { changeJson } from './change.ts'
import { tableJson } from './table.ts'

export function verificationJson(
  verification: Verification,
  drift: DriftAmong | undefined,
  { environment, place }: ReportedTarget,
  milliseconds: number,
): string {
  const { tables, others, changes, actual } = verification
  return JSON.stringify(
    {
      command: 'verify',
      environment,
      place,
      serverVersion: actual.serverVersion,
      equal: changes.length === 0,
      drift: drift ?? null,
      tables: tables.map(tableJson),
      others: others.map(changeJson),
      milliseconds: Math.round(milliseconds),
    },
    null,
    2,
  )
}
