import type { AvatarbankDatabase } from '../../db.ts'
import { auditLogs } from '../../models/index.ts'

export interface AuditEntry {
  /** Who did it; null is the system. */
  readonly by: number | null
  readonly action:
    | 'login'
    | 'account_closed'
    | 'user_suspended'
    | 'user_reinstated'
    | 'influencer_granted'
    | 'avatar_registered'
    | 'avatar_published'
    | 'avatar_hidden'
    | 'avatar_rejected'
    | 'avatar_resubmitted'
    | 'training_approved'
    | 'generation_canceled'
    | 'payout_approved'
    | 'payout_rejected'
    | 'payout_paid'
    | 'payout_failed'
  readonly target?: {
    readonly type: 'user' | 'avatar' | 'training_job' | 'generation' | 'payout_request'
    readonly id: number
  }
  /** Address, client, values before and after. */
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** Operation 19: no decision without a trace. Written in the transaction of what it describes. */
export async function audit(
  tx: AvatarbankDatabase,
  { by, action, target, metadata }: AuditEntry,
): Promise<void> {
  await tx.insert(auditLogs).values({
    userId: by,
    action,
    targetType: target?.type ?? null,
    targetId: target?.id ?? null,
    metadata: metadata ?? null,
  })
}
