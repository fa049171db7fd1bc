import type { Catalog } from '../catalog/catalog.ts'
import type { TrueupError } from '../errors/trueup-error.ts'
import type { Database } from '../postgres/database.ts'
import type { DatabaseError } from '../postgres/database-error.ts'
import type { Secrets } from '../sql/secret-marker.ts'
import type { ApplyEvent } from './events.ts'
import { type RunLimits, runLimits } from './limits.ts'
import { runLock } from './transaction-start.ts'

/** What a run needs beside its plan and its session. */
export interface RunPort {
  /** Another session on the same database, opened only when something takes long; absent where there is but one. */
  readonly connect?: (() => Promise<Database>) | undefined
  /** Aborted when somebody wants the run to stop: it does so at the next safe point. */
  readonly signal: AbortSignal
  readonly limits: RunLimits
  readonly companions: RunCompanions
  /** What stands behind the markers in the statements of the plan. */
  readonly secrets: Secrets
  emit(event: ApplyEvent): void
}

/** Numbers of steps, from 0, as they stand in the plan. */
export interface StepRange {
  readonly first: number
  /** One past the last. */
  readonly end: number
}

export interface BatchProgress {
  readonly step: number
  readonly blocksDone: number
  readonly blocksTotal: number
}

/**
 * Statements of others that travel in the messages of a run: the proof that it still holds its lock, the rows of the
 * journal. One statement to an entry, none with a semicolon of its own at top level; they cost no round trip.
 */
export interface RunCompanions {
  /** First in every transaction. A failure among these ends the run: no step of that transaction has begun. */
  fence(): readonly string[]
  /** The same for transactions in other sessions of the run; undefined where it can have none. */
  fenceBeside(): string | undefined
  /** What a failure among the fence or the rows of the journal means, where it has a meaning. */
  explain(error: DatabaseError): TrueupError | undefined
  /** Before these steps: in their transaction, or committed before a step that runs outside of one or in batches. */
  begin(steps: StepRange): readonly string[]
  /** After these steps, in their transaction, or after a step that ran outside of one or in batches. */
  done(steps: StepRange): readonly string[]
  /** In the transaction of each batch of the run's own session, after its rows. */
  batch(progress: BatchProgress): readonly string[]
  /** With the COMMIT that follows the proof: what was read back is known by then. */
  end(after: Catalog): readonly string[]
  /** In a transaction of its own, after a failure was rolled back; best effort. */
  failed(steps: StepRange, error: unknown): readonly string[]
  /** A statement that runs outside of transactions, marked so that others can tell whose it is. */
  mark(sql: string): string
  /** One SELECT with one row: `run` or `pause`, and the speed of a backfill in percent (100: as fast as it can). */
  control(): string | undefined
}

/** A run with nobody beside it: the transaction-level run lock, no journal. */
export const noCompanions: RunCompanions = {
  fence: () => runLock(),
  fenceBeside: () => undefined,
  explain: () => undefined,
  begin: () => [],
  done: () => [],
  batch: () => [],
  end: () => [],
  failed: () => [],
  mark: (sql) => sql,
  control: () => undefined,
}

export const quietPort: RunPort = {
  signal: new AbortController().signal,
  limits: runLimits,
  companions: noCompanions,
  secrets: new Map(),
  emit: () => {},
}
