import type { Catalog } from '../catalog/catalog.ts'
import type { Rename } from '../decide/renames.ts'
import type { Database } from '../postgres/database.ts'
import type { RunState } from './journal-head.ts'
import { catalogFromCell } from './stored-catalog.ts'
import { formatWithParking } from './tables.ts'

export type RenameRecord = Pick<Rename, 'object' | 'from' | 'to'>

/** A run that has done something. */
export interface EffectiveRun {
  readonly id: number
  readonly command: string
  readonly state: RunState
  readonly renames: readonly RenameRecord[]
}

/**
 * Runs that left something done, the oldest first.
 * @param format of the journal, 0 where there is none; one that is older stays as it is: a dry run changes nothing
 */
export async function readEffectiveRuns(format: number, database: Database): Promise<EffectiveRun[]> {
  if (format === 0) return []
  const renames = format < formatWithParking ? 'NULL::jsonb' : 'renames'
  const [table] = await database.query(`SELECT json_agg(json_build_object('id', id, 'command', command,
      'state', state, 'renames', CASE WHEN state = 'failed' THEN '[]' ELSE coalesce(${renames}, '[]') END) ORDER BY id)
    FROM trueup.runs WHERE command NOT IN ('adopt', 'purge') AND (state IN ('done', 'undone') OR state = 'failed'
      AND EXISTS (SELECT FROM trueup.steps WHERE run = runs.id AND steps.state = 'done'))`)
  return JSON.parse(table?.rows[0]?.[0] ?? '[]') as EffectiveRun[]
}

/**
 * The database before a run, and after the last of all; a run that stopped half way has left nobody a picture, so
 * what is there now counts as what it left.
 */
export async function readCatalogsAround(
  first: number,
  last: number,
  database: Database,
): Promise<{ readonly before: Catalog | undefined; readonly after: Catalog | undefined }> {
  const results = await database.query(`BEGIN READ ONLY; SET LOCAL bytea_output = 'hex';
    SELECT coalesce(catalog_before, (SELECT catalog_after FROM trueup.runs AS earlier
      WHERE earlier.id < runs.id AND catalog_after IS NOT NULL ORDER BY id DESC LIMIT 1))
    FROM trueup.runs WHERE id = ${first};
    SELECT catalog_after FROM trueup.runs WHERE id = ${last}; COMMIT`)
  const [before, after] = results.slice(2, 4).map((table) => table.rows[0]?.[0] ?? undefined)
  return {
    before: before === undefined ? undefined : catalogFromCell(before),
    after: after === undefined ? undefined : catalogFromCell(after),
  }
}
