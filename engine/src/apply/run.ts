import type { Catalog } from '../catalog/catalog.ts'
import type { Plan } from '../plan/plan.ts'
import type { Database } from '../postgres/database.ts'
import type { Ledger } from './ledger.ts'
import type { RunPort } from './run-port.ts'
import type { Watcher } from './watcher.ts'

/** Says whether a catalog is what the plan promised; what is not is listed. */
export type Proof = (after: Catalog) => Promise<readonly string[]>

/** What everything in a run shares. */
export interface Run {
  readonly plan: Plan
  /** The database as it was planned for. */
  readonly from: Catalog
  readonly database: Database
  readonly port: RunPort
  readonly prove: Proof
  readonly ledger: Ledger
  readonly watcher: Watcher
}
