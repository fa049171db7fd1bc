/** What holds for the whole reading of a models module. */
export interface Reading {
  /** Where names without a schema belong. */
  readonly defaultSchema: string
  /** Drizzle's `casing`: how column names come from keys where the model gives no name. */
  readonly casing: 'snake_case' | 'camelCase' | undefined
  /** The moment for which partition policies are worked out. */
  readonly asOf: Date
}
