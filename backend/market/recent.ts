import type { Random } from '../seed/random.ts'

/** The latest so many of something; an older one makes room for a newer one. */
export interface Recent<Item> {
  add(item: Item): void
  pick(random: Random): Item | undefined
  /** Picks one that nobody else will get from here. */
  take(random: Random): Item | undefined
}

export function openRecent<Item>(most: number, first: readonly Item[] = []): Recent<Item> {
  const items = [...first].slice(0, most)
  let next = 0
  return {
    add(item) {
      if (items.length < most) items.push(item)
      else items[next++ % most] = item
    },
    pick: (random) => items[random.below(items.length)],
    take(random) {
      const at = random.below(items.length)
      const item = items[at]
      const last = items.pop()
      if (at < items.length && last !== undefined) items[at] = last
      return item
    },
  }
}
