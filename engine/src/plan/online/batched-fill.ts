import type { Recipe } from './recipe.ts'

/** Values for the rows that are there, a part of the table at a time. */
export const batchedFill: Recipe = (each, { to, isBusy }) => {
  if (each.does !== 'fill') return undefined
  return isBusy(to.get(each.target)?.parent) ? [{ ...each, transaction: 'batches', does: null }] : undefined
}
