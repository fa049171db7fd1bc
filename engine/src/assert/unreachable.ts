/** Ends every switch over a closed union: a new member becomes a compile error in each place that must learn it. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
