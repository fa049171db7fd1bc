import type { Database } from '../../postgres/database.ts'
import type { Run } from '../run.ts'
import { fence, other, type Statement } from '../statements.ts'
import { adaptBatchSize, type BatchSize } from './batch-size.ts'
import type { TablePart } from './parts.ts'

/** A session that fills. */
export interface Filler {
  readonly run: Run
  readonly size: BatchSize
  /** It holds the run lock: it alone writes the journal, and without it the run is over. */
  readonly isOwn: boolean
  /** First in every batch, before rows of this part are written: the proof that the run is still ours. */
  fence(part: TablePart): readonly Statement[]
}

export function ownFiller(run: Run): Filler {
  const { companions, limits } = run.port
  return {
    ...{ run, isOwn: true, size: adaptBatchSize(limits.batchMs) },
    fence: () => companions.fence().map(fence),
  }
}

/**
 * The table is locked first, as the UPDATE would do: from then on nobody who took the run over can change it, and what
 * the fence says stays true until the batch ends.
 */
export function otherFiller(database: Database, proof: string, run: Run): Filler {
  return {
    ...{ run: { ...run, database }, isOwn: false, size: adaptBatchSize(run.port.limits.batchMs) },
    fence: ({ name }) => [other(`LOCK TABLE ONLY ${name} IN ROW EXCLUSIVE MODE`), fence(proof)],
  }
}
