import type { PgColumn, PgMaterializedView, PgSchema, PgSequence, PgTable, PgView } from 'drizzle-orm/pg-core'
import { companionKind } from './brand.ts'

/** What `comment` can speak about; constraints, indexes and triggers have theirs in `extend`. */
export type Commentable =
  | PgTable
  | PgColumn
  | PgView
  | PgMaterializedView
  | PgSequence
  | PgSchema
  | CommentableEnum

/** `pgEnum`'s result; Drizzle's own type for it tells every list of values from every other. */
interface CommentableEnum {
  readonly enumName: string
  readonly schema: string | undefined
}

export interface Comment {
  readonly [companionKind]: 'comment'
  readonly on: Commentable
  readonly text: string
}

/** COMMENT ON anything a models module exports: `export const moodNote = comment(mood, 'How the day went')`. */
export function comment(on: Commentable, text: string): Comment {
  return { [companionKind]: 'comment', on, text }
}
