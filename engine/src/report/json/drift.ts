import type { DriftReport } from '../drift-groups.ts'
import { driftChangeJson } from './change.ts'

/** A drift for machines. */
export function driftJson({ target, since, drift, statements, unfinished }: DriftReport): string {
  return JSON.stringify(
    {
      command: 'drift',
      environment: target.environment,
      place: target.place,
      serverVersion: drift.now.serverVersion,
      since,
      drifted: drift.changes.length > 0,
      changes: drift.changes.map(driftChangeJson),
      statements,
      ignored: drift.ignored.map(driftChangeJson),
      unfinished,
    },
    null,
    2,
  )
}
