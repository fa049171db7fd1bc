import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { type Mark, type MarkOutcome, marking, unmarking } from './mark-image.ts'

const likes = sql.raw('likes')
const like = marking('like', likes)
const unlike = unmarking('unlike', likes)

/** Operation 15: one like per user and image; twice in a row is as good as once. */
export function likeImage(db: AvatarbankDatabase, mark: Mark): Promise<MarkOutcome> {
  return like(db, mark)
}

/** Operation 15: taking back what is not there is no error. Gives whether there was a like. */
export function unlikeImage(db: AvatarbankDatabase, mark: Mark): Promise<boolean> {
  return unlike(db, mark)
}
