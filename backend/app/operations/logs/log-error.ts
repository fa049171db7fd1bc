import type { AvatarbankDatabase } from '../../db.ts'
import { errorLogs } from '../../models/index.ts'

export interface ErrorReport {
  readonly source: 'backend' | 'worker' | 'webhook' | 'payout' | 'upkeep'
  readonly level?: (typeof errorLogs.$inferInsert)['level']
  readonly message: string
  readonly stackTrace?: string | undefined
  readonly user?: number | undefined
  readonly task?: number | undefined
}

/**
 * Operation 20: writes a technical error down in a transaction of its own, after the failed one was rolled back.
 * Never fails: gives whether the row was written. Must not be called inside a transaction.
 */
export async function logError(db: AvatarbankDatabase, report: ErrorReport): Promise<boolean> {
  const { source, level = 'error', message, stackTrace, user, task } = report
  try {
    await db.insert(errorLogs).values({
      source,
      level,
      message,
      stackTrace: stackTrace ?? null,
      relatedUserId: user ?? null,
      relatedTaskId: task ?? null,
    })
    return true
  } catch {
    return false
  }
}
