import { type SQL, sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { retrying } from '../../transaction/retry.ts'
import { statement } from '../../transaction/statement.ts'

/** Who likes or saves which image. */
export interface Mark {
  readonly user: number
  readonly generation: number
}

export type MarkOutcome =
  | { readonly kind: 'marked' }
  | { readonly kind: 'already-marked' }
  /** Not a finished image of one's own and not shared, or no longer. */
  | { readonly kind: 'not-visible' }
  | { readonly kind: 'user-not-active' }

/** One statement that only inserts; what it answers is read in the same snapshot. */
export function marking(operation: string, table: SQL) {
  const insert = statement<Mark, { active: boolean | null; visible: boolean; marked: boolean }>(
    ({ user, generation }) => sql`
      WITH allowed AS (
        SELECT (SELECT status = 'active' FROM users WHERE id = ${user}) AS active,
          EXISTS (
            SELECT FROM generations
            WHERE id = ${generation} AND status = 'success' AND (buyer_id = ${user} OR EXISTS (
              SELECT FROM shared_generations
              WHERE generation_id = ${generation} AND (expired_at IS NULL OR expired_at > now())
            ))
          ) AS visible
      ), marked AS (
        INSERT INTO ${table} (user_id, generation_id)
        SELECT ${user}, ${generation} FROM allowed WHERE active AND visible
        ON CONFLICT DO NOTHING
        RETURNING id
      )
      SELECT active, visible, EXISTS (SELECT FROM marked) AS marked FROM allowed`,
  )
  return async (db: AvatarbankDatabase, mark: Mark): Promise<MarkOutcome> => {
    const [found] = await retrying(operation, () => insert(db, mark))
    if (found?.marked) return { kind: 'marked' }
    if (!found?.active) return { kind: 'user-not-active' }
    return found.visible ? { kind: 'already-marked' } : { kind: 'not-visible' }
  }
}

/** Gives whether there was anything to remove. */
export function unmarking(operation: string, table: SQL) {
  const remove = statement<Mark, { id: string }>(
    ({ user, generation }) =>
      sql`DELETE FROM ${table} WHERE user_id = ${user} AND generation_id = ${generation} RETURNING id`,
  )
  return async (db: AvatarbankDatabase, mark: Mark): Promise<boolean> =>
    (await retrying(operation, () => remove(db, mark))).length > 0
}
