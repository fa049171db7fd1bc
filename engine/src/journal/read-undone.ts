import type { Catalog } from '../catalog/catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Rename } from '../decide/renames.ts'
import type { Database } from '../postgres/database.ts'
import type { RunState } from './journal-head.ts'
import { catalogFromCell } from './stored-catalog.ts'
import { formatWithParking } from './tables.ts'
import { isWhole } from './take-back.ts'

export type RenameRecord = Pick<Rename, 'object' | 'from' | 'to'>

/** A run of which at least one step was begun. */
export interface BegunRun {
  readonly id: number
  readonly command: string
  readonly state: RunState
  /** At least one step is done, or in doubt. */
  readonly hasEffect: boolean
  /** All of its steps are done. */
  readonly isWhole: boolean
  /** The journal has the catalog that it left. */
  readonly hasPicture: boolean
  /** What the steps were about that may have left something; of a run with a picture nobody needs to know. */
  readonly targets: readonly ObjectId[]
  readonly undoes: readonly number[]
  /** They come last in a plan, in one transaction: where anything else is left to do, none of them is done. */
  readonly renames: readonly RenameRecord[]
}

/** A step outside of a transaction can leave something though it failed. */
const mayHaveLeft = `(steps.state IN ('done', 'running', 'in doubt')
  OR steps.state = 'failed' AND transaction IN ('none', 'batches'))`

/**
 * The oldest first; those that died, or are at work, as well.
 * @param format of the journal, 0 where there is none; one that is older stays as it is: a dry run changes nothing
 */
export async function readBegunRuns(format: number, database: Database): Promise<BegunRun[]> {
  if (format === 0) return []
  const [undoes, renames] =
    format < formatWithParking ? ['NULL::bigint[]', 'NULL::jsonb'] : ['undoes', 'renames']
  const [table] =
    await database.query(`SELECT json_agg(json_build_object('id', id, 'command', command, 'state', state,
      'hasEffect', state IN ('done', 'undone') OR EXISTS (
        SELECT FROM trueup.steps WHERE run = runs.id AND steps.state IN ('done', 'running', 'in doubt')),
      'isWhole', ${isWhole}, 'hasPicture', catalog_after IS NOT NULL,
      'targets', (SELECT coalesce(json_agg(DISTINCT target), '[]') FROM trueup.steps
        WHERE run = runs.id AND catalog_after IS NULL AND ${mayHaveLeft}),
      'undoes', coalesce(to_json(${undoes}), '[]'),
      'renames', CASE WHEN ${isWhole} THEN coalesce(${renames}, '[]') ELSE '[]' END) ORDER BY id)
    FROM trueup.runs WHERE command NOT IN ('adopt', 'purge') AND (state IN ('done', 'undone')
      OR EXISTS (SELECT FROM trueup.steps WHERE run = runs.id AND ${mayHaveLeft}))`)
  return JSON.parse(table?.rows[0]?.[0] ?? '[]') as BegunRun[]
}

/**
 * The database before a run, and after another.
 * @param told a run that has left a picture, if there is one
 */
export async function readCatalogsAround(
  first: number,
  told: number | undefined,
  database: Database,
): Promise<{ readonly before: Catalog | undefined; readonly after: Catalog | undefined }> {
  const results = await database.query(`BEGIN READ ONLY; SET LOCAL bytea_output = 'hex';
    SELECT coalesce(catalog_before, (SELECT catalog_after FROM trueup.runs AS earlier
      WHERE earlier.id < runs.id AND catalog_after IS NOT NULL ORDER BY id DESC LIMIT 1))
    FROM trueup.runs WHERE id = ${first};
    SELECT catalog_after FROM trueup.runs WHERE id = ${told ?? 'NULL'}; COMMIT`)
  const [before, after] = results.slice(2, 4).map((table) => table.rows[0]?.[0] ?? undefined)
  return {
    before: before === undefined ? undefined : catalogFromCell(before),
    after: after === undefined ? undefined : catalogFromCell(after),
  }
}
