import { pathOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'

/** What people said about values of rows that are already there, by column: `using` and `backfill` decisions. */
export interface RowValues {
  /** Makes the new value of a retyped column. */
  using(column: ObjectId): string | undefined
  /** Stands in for NULL where the column must not be null. */
  backfill(column: ObjectId): string | undefined
}

export const noRowValues: RowValues = { using: () => undefined, backfill: () => undefined }

type Said = { readonly kind: string; readonly path?: string; readonly expression?: string }

export function rowValues(decisions: readonly Said[]): RowValues {
  const find = (kind: string) => (column: ObjectId) =>
    decisions.find((decision) => decision.kind === kind && decision.path === pathOf(column))?.expression
  return { using: find('using'), backfill: find('backfill') }
}
