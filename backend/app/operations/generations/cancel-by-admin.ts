import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { operate } from '../../transaction/operate.ts'
import { isAdmin } from '../accounts/is-admin.ts'
import { audit } from '../logs/audit.ts'
import { cancelWork } from './cancel-generation.ts'

export interface AdminCancelRequest {
  readonly generation: number
  readonly admin: number
  /** What goes back to the buyer: usually the option part. */
  readonly refund: keyof typeof refunds
}

export type AdminCancelOutcome =
  | { readonly kind: 'canceled'; readonly refunded: number }
  /** It has ended, or never was. */
  | { readonly kind: 'not-open' }
  | { readonly kind: 'not-an-admin' }

const refunds = {
  everything: sql`credits_used`,
  'option-credits': sql`option_credits`,
  nothing: sql`0`,
} as const

/**
 * Operation 13, by an admin, also while a worker has it: the worker's later completion finds no task of its own and
 * is dropped. Locks task, generation and the buyer's row.
 */
export function cancelByAdmin(
  db: AvatarbankDatabase,
  { generation, admin, refund }: AdminCancelRequest,
): Promise<AdminCancelOutcome> {
  return operate<AdminCancelOutcome>(db, 'cancel-by-admin', async (tx) => {
    if (!(await isAdmin(tx, admin))) return { kind: 'not-an-admin' }
    const tasks = sql`generation_id = ${generation} AND status IN ('queued', 'running')`
    const canceled = await cancelWork(tx, { tasks, refund: refunds[refund] })
    if (canceled === undefined) return { kind: 'not-open' }
    await audit(tx, {
      by: admin,
      action: 'generation_canceled',
      target: { type: 'generation', id: generation },
      metadata: { refunded: canceled.refunded },
    })
    return { kind: 'canceled', refunded: canceled.refunded }
  })
}
