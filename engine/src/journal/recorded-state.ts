import type { Catalog } from '../catalog/catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Database } from '../postgres/database.ts'
import { catalogFromCell } from './stored-catalog.ts'

/** The state that a run left, and what later runs did that never came to their end. */
export interface RecordedState {
  readonly catalog: Catalog
  readonly unfinished: readonly UnfinishedChange[]
}

/** A step that a run completed before it failed or died. */
export interface UnfinishedChange {
  readonly run: number
  readonly target: ObjectId
}

/** @param run one whose state the journal has (JournalHead.lastState) */
export async function readRecordedState(database: Database, run: number): Promise<RecordedState> {
  const results = await database.query(`BEGIN READ ONLY; SET LOCAL bytea_output = 'hex';
    SELECT catalog_after FROM trueup.runs WHERE id = ${run};
    SELECT json_agg(json_build_object('run', run, 'target', target) ORDER BY run, step)
    FROM trueup.steps WHERE run > ${run} AND state = 'done'; COMMIT`)
  const [catalog, unfinished] = results.slice(2).map((table) => table.rows[0]?.[0])
  return { catalog: catalogFromCell(catalog ?? ''), unfinished: JSON.parse(unfinished ?? '[]') }
}
