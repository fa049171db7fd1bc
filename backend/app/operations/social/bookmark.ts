import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { type Mark, type MarkOutcome, markImage, unmarkImage } from './mark-image.ts'

/** Operation 16: one bookmark per user and image; twice in a row is as good as once. */
export function bookmarkImage(db: AvatarbankDatabase, mark: Mark): Promise<MarkOutcome> {
  return markImage(db, 'bookmark', sql.raw('bookmarks'), mark)
}

/** Operation 16: removing what is not there is no error. Gives whether there was a bookmark. */
export function removeBookmark(db: AvatarbankDatabase, mark: Mark): Promise<boolean> {
  return unmarkImage(db, 'remove-bookmark', sql.raw('bookmarks'), mark)
}
