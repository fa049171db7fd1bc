import { sql } from 'drizzle-orm'
import type { AvatarbankDatabase } from '../../db.ts'
import { type Mark, type MarkOutcome, marking, unmarking } from './mark-image.ts'

const bookmarks = sql.raw('bookmarks')
const bookmark = marking('bookmark', bookmarks)
const remove = unmarking('remove-bookmark', bookmarks)

/** Operation 16: one bookmark per user and image; twice in a row is as good as once. */
export function bookmarkImage(db: AvatarbankDatabase, mark: Mark): Promise<MarkOutcome> {
  return bookmark(db, mark)
}

/** Operation 16: removing what is not there is no error. Gives whether there was a bookmark. */
export function removeBookmark(db: AvatarbankDatabase, mark: Mark): Promise<boolean> {
  return remove(db, mark)
}
