import type { DomainDatabase } from '../domain-database.ts'
import { one } from './steps.ts'

export async function share(database: DomainDatabase, generation: number, buyer: number, isPublic: boolean) {
  await one(
    database,
    `INSERT INTO shared_generations (generation_id, share_token, is_public, published_at)
     SELECT id, lpad(id::text, 22, 'x'), ${isPublic}, CASE WHEN ${isPublic} THEN now() END FROM generations
     WHERE id = ${generation} AND buyer_id = ${buyer} AND status = 'success' AND NOT (${isPublic} AND nsfw_flag)
     ON CONFLICT (generation_id) DO UPDATE
       SET is_public = excluded.is_public, published_at = excluded.published_at
     RETURNING id`,
  )
}

export async function unshare(database: DomainDatabase, generation: number): Promise<void> {
  await database.query(`DELETE FROM shared_generations WHERE generation_id = ${generation}`)
}

/** Twice in a row is as good as once; so is taking back what is not there. */
export async function mark(
  database: DomainDatabase,
  table: 'likes' | 'bookmarks',
  user: number,
  generation: number,
) {
  await database.query(
    `INSERT INTO ${table} (user_id, generation_id) VALUES (${user}, ${generation}) ON CONFLICT DO NOTHING`,
  )
}

export async function unmark(
  database: DomainDatabase,
  table: 'likes' | 'bookmarks',
  user: number,
  generation: number,
) {
  await database.query(`DELETE FROM ${table} WHERE user_id = ${user} AND generation_id = ${generation}`)
}
