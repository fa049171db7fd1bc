/**
 * Puts what is needed before what needs it; otherwise the given order stays. In a circle, which no order can serve,
 * the first one met comes last.
 */
export function byNeed<Item>(
  items: readonly Item[],
  needsOf: (item: Item) => readonly Item[],
): readonly Item[] {
  const ordered = new Set<Item>()
  const begun = new Set<Item>()
  const waiting = items.toReversed()
  for (let item = waiting.at(-1); item !== undefined; item = waiting.at(-1)) {
    if (begun.has(item)) {
      ordered.add(item)
      waiting.pop()
      continue
    }
    begun.add(item)
    waiting.push(
      ...needsOf(item)
        .filter((need) => !begun.has(need))
        .toReversed(),
    )
  }
  return [...ordered]
}
