import { and, eq, notExists, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { tasks, trainingJobs } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'
import { isAdmin } from '../accounts/is-admin.ts'

export type StartTrainingOutcome =
  | { readonly kind: 'started' }
  /** Started already, ended, or in the queue of the workers. */
  | { readonly kind: 'not-startable' }
  | { readonly kind: 'not-an-admin' }

/** Operation 5 by hand: an admin begins with a job that is in no queue. */
export function startTraining(
  db: AvatarbankDatabase,
  { job, admin }: { readonly job: number; readonly admin: number },
): Promise<StartTrainingOutcome> {
  return operate<StartTrainingOutcome>(db, 'start-training', async (tx) => {
    if (!(await isAdmin(tx, admin))) return { kind: 'not-an-admin' }
    const queued = tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.trainingJobId, trainingJobs.id))
    const started = await tx
      .update(trainingJobs)
      .set({ status: 'running', startedAt: sql`now()` })
      .where(and(eq(trainingJobs.id, job), eq(trainingJobs.status, 'pending'), notExists(queued)))
      .returning({ id: trainingJobs.id })
    return { kind: started.length > 0 ? 'started' : 'not-startable' }
  })
}
