import { and, eq, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { avatars, tasks, trainingJobs } from '../../models/index.ts'
import { operate } from '../../transaction/operate.ts'

export interface TrainingEnd {
  readonly job: number
  /** The worker that holds the job's task; without one, the job is done by hand. */
  readonly worker?: string
  /** Storage key of the training's log. */
  readonly logUrl?: string
  readonly result:
    | {
        readonly kind: 'success'
        /** Storage key of the trained model. */
        readonly loraPath: string
      }
    | { readonly kind: 'failed'; readonly message: string }
}

export type EndTrainingOutcome =
  | { readonly kind: 'ended'; readonly avatar: number }
  /** The job does not run, or is not in these hands (any more). */
  | { readonly kind: 'late' }

/** Operation 5, its end: success ⇒ the avatar has a model. Locks task, job and avatar. */
export function endTraining(db: AvatarbankDatabase, end: TrainingEnd): Promise<EndTrainingOutcome> {
  const { job, worker, logUrl, result } = end
  return operate<EndTrainingOutcome>(db, 'end-training', async (tx, refuse) => {
    if (!(await endTask(tx, end))) return { kind: 'late' }
    const [ended] = await tx
      .update(trainingJobs)
      .set({
        status: result.kind,
        finishedAt: sql`now()`,
        logUrl,
        errorMessage: result.kind === 'failed' ? result.message : null,
      })
      .where(and(eq(trainingJobs.id, job), eq(trainingJobs.status, 'running')))
      .returning({ avatar: trainingJobs.avatarId })
    if (ended === undefined) {
      if (worker !== undefined) throw new Error(`training job ${job} does not run under a running task`)
      return refuse({ kind: 'late' })
    }
    if (result.kind === 'success')
      await tx.update(avatars).set({ loraPath: result.loraPath }).where(eq(avatars.id, ended.avatar))
    return { kind: 'ended', avatar: ended.avatar }
  })
}

/** Gives whether the job is in these hands: a task of this worker, or no task at all. */
async function endTask(tx: AvatarbankDatabase, { job, worker, result }: TrainingEnd): Promise<boolean> {
  const ofJob = eq(tasks.trainingJobId, job)
  if (worker === undefined) return (await tx.$count(tasks, ofJob)) === 0
  const ended = await tx
    .update(tasks)
    .set({
      status: result.kind,
      leaseExpiresAt: null,
      finishedAt: sql`now()`,
      lastErrorMessage: result.kind === 'failed' ? result.message : undefined,
    })
    .where(and(ofJob, eq(tasks.status, 'running'), eq(tasks.workerId, worker)))
    .returning({ id: tasks.id })
  return ended.length > 0
}
