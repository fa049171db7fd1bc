import { isStronger, type Lock } from './lock.ts'
import type { Step, TransactionMode } from './plan.ts'

/** How long a step may wait for its lock and how long it may run, by how it is committed and what it locks. */
export function timeLimits(
  transaction: TransactionMode,
  lock: Lock,
): Pick<Step, 'lockTimeoutMs' | 'statementTimeoutMs'> {
  switch (transaction) {
    // others queue behind whoever waits for a strong lock: a short wait is a short stall
    case 'shared':
    case 'own':
      return isStronger(lock.mode, 'share-update-exclusive') ? limits.blocking : limits.weak
    // waits for transactions, not for locks that others would queue behind; a time limit would leave half an index
    case 'none':
      return limits.online
    case 'batches':
      return limits.batch
  }
}

const limits = {
  blocking: { lockTimeoutMs: 2_000, statementTimeoutMs: 60_000 },
  weak: { lockTimeoutMs: 10_000, statementTimeoutMs: 0 },
  online: { lockTimeoutMs: 0, statementTimeoutMs: 0 },
  batch: { lockTimeoutMs: 200, statementTimeoutMs: 60_000 },
} as const
