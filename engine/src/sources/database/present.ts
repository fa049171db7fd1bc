/** A definition that the server could not give any more: what it was of has been dropped since the snapshot. */
export class VanishedError extends Error {}

/** @throws VanishedError */
export function present(definition: string | null): string {
  if (definition === null) throw new VanishedError('dropped while it was read')
  return definition
}
