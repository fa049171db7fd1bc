/** Chance that repeats itself: the same seed gives the same numbers on every machine. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number from 0 up to but not including `end`. */
  below(end: number): number
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<Item>(list: readonly Item[]): Item
}

/** Mulberry32: one multiplication chain over 32 bits, fast enough to be made anew for each row. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    between: (least, most) => least + next() * (most - least),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)]!,
  }
}

/** A seed of its own for one row of one kind, so that a row's words do not hang on what came before it. */
export function seedOf(seed: number, kind: number, id: number): number {
  return (
    Math.imul(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (kind * 0x27d4eb2f), 0xc2b2ae35) ^
    Math.imul(id, 0x165667b1)
  )
}
