import type { ObjectId } from '../../catalog/object.ts'

/**
 * `pre-data` makes what rows need, `post-data` what they would be slowed or changed by (keys, indexes, triggers),
 * `privileges` gives owners and rights, as far as the roles are there.
 */
export const sections = ['pre-data', 'post-data', 'privileges'] as const
export type Section = (typeof sections)[number]

/** One statement of a backup's schema, in an order that works. */
export interface SchemaStatement {
  readonly section: Section
  readonly target: ObjectId
  /** Empty where another statement makes it along with something else. */
  readonly sql: string
  readonly makes: readonly ObjectId[]
  readonly needs: readonly ObjectId[]
  /** Tables that it locks: statements that share one do not run at the same time. */
  readonly locks: readonly ObjectId[]
}
