import type { ObjectId } from '../catalog/object.ts'
import type { TransactionMode } from '../plan/plan.ts'
import type { Blocker } from './blocker.ts'

/** What a run tells while it goes on. Steps are counted from 1; a group is told as its first and last step. */
export type ApplyEvent =
  | { readonly kind: 'run-started'; readonly steps: number }
  | {
      readonly kind: 'steps-started'
      readonly first: number
      readonly last: number
      readonly of: number
      readonly mode: TransactionMode
      readonly target: ObjectId
    }
  | ({ readonly kind: 'progress'; readonly step: number } & Progress)
  | LockWait
  | { readonly kind: 'paused'; readonly step: number; readonly reason: PauseReason }
  | { readonly kind: 'resumed'; readonly step: number; readonly milliseconds: number }
  | { readonly kind: 'blocker-ended'; readonly blocker: Blocker; readonly ended: boolean }
  | {
      readonly kind: 'steps-finished'
      readonly first: number
      readonly last: number
      readonly of: number
      readonly milliseconds: number
    }
  | ({ readonly kind: 'run-ended' } & RunSummary)

/** Somebody is in the way, and will be waited for until the budget is used up. */
export interface LockWait {
  readonly kind: 'lock-wait'
  readonly step: number
  readonly target: ObjectId
  /** `lock`: the try was rolled back and comes again; `queued`: it is waiting now; `transactions`: before it begins. */
  readonly state: 'lock' | 'queued' | 'transactions'
  readonly blockers: readonly Blocker[]
  readonly waitedMs: number
  readonly budgetMs: number
}

export interface Progress {
  /** PostgreSQL's own word where there is a progress view, else `running`; for a backfill `backfill`. */
  readonly phase: string
  readonly done?: number
  readonly total?: number
  readonly unit?: 'blocks' | 'tuples' | 'lockers'
  /** Rows changed so far, by a backfill. */
  readonly rows?: number
  readonly rowsPerSecond?: number
  /** How many sessions fill together. */
  readonly connections?: number
  readonly secondsLeft?: number
  readonly elapsedMs: number
}

export type PauseReason =
  | { readonly kind: 'asked' }
  | { readonly kind: 'replication-lag'; readonly lagMs: number; readonly lagBytes: number }
  | { readonly kind: 'load'; readonly activeSessions: number; readonly limit: number }

export interface RunSummary {
  readonly applied: number
  /** Number of the step that failed, from 1. */
  readonly failed?: number
  readonly notReached: number
  /** No table was locked against readers or writers for longer than this, in milliseconds. */
  readonly longestLockMs: number
  readonly milliseconds: number
}
