import type { CasingCache } from 'drizzle-orm/casing'

export type Casing = 'snake_case' | 'camelCase'

/** What holds for the whole reading of a models module. */
export interface Reading {
  /** Where names without a schema belong. */
  readonly defaultSchema: string
  /** Drizzle's `casing`: how column names come from keys where the model gives no name. */
  readonly casing: Casing | undefined
  /** The same for Drizzle's own rendering, which remembers names by table. */
  readonly casingCache: CasingCache
  /** The moment for which partition policies are worked out. */
  readonly asOf: Date
}
