import { and, eq, inArray } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { avatars, tasks, trainingJobs } from '../../models/index.ts'
import { brokenUniqueness } from '../../transaction/database-error.ts'
import { operate } from '../../transaction/operate.ts'
import { isAdmin } from '../accounts/is-admin.ts'
import { audit } from '../logs/audit.ts'

export interface TrainingApproval {
  readonly avatar: number
  readonly admin: number
  /** Whether a worker takes the job from the queue, or people see to it. */
  readonly trainedBy: 'worker' | 'hand'
}

export type ApproveOutcome =
  | { readonly kind: 'approved'; readonly job: number }
  | { readonly kind: 'already-open' }
  /** Rejected, or not there. */
  | { readonly kind: 'not-trainable' }
  | { readonly kind: 'not-an-admin' }

/** Operation 5, its beginning: one open job per avatar. A new attempt is a new job. */
export async function approveTraining(
  db: AvatarbankDatabase,
  { avatar, admin, trainedBy }: TrainingApproval,
): Promise<ApproveOutcome> {
  try {
    return await operate<ApproveOutcome>(db, 'approve-training', async (tx) => {
      if (!(await isAdmin(tx, admin))) return { kind: 'not-an-admin' }
      const trainable = inArray(avatars.status, ['pending', 'active', 'hidden'])
      if ((await tx.$count(avatars, and(eq(avatars.id, avatar), trainable))) === 0)
        return { kind: 'not-trainable' }
      const [added] = await tx
        .insert(trainingJobs)
        .values({ avatarId: avatar })
        .returning({ job: trainingJobs.id })
      const { job } = added!
      if (trainedBy === 'worker')
        await tx.insert(tasks).values({ taskType: 'lora_training', trainingJobId: job })
      const target = { type: 'avatar', id: avatar } as const
      await audit(tx, { by: admin, action: 'training_approved', target, metadata: { job, trainedBy } })
      return { kind: 'approved', job }
    })
  } catch (error) {
    if (brokenUniqueness(error) !== 'training_jobs_avatar_id_uq') throw error
    return { kind: 'already-open' }
  }
}
