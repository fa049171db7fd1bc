import type { TablePart } from './parts.ts'

/** Blocks of one part, from `from` to before `to`. */
export interface BlockRange {
  readonly part: TablePart
  readonly from: number
  readonly to: number
}

/** The blocks of a pass, each given to one session at a time. */
export interface Walk {
  readonly blocks: number
  /** The next blocks of one part, at most as many as asked for; undefined when all are given out. */
  next(atMost: (part: TablePart) => number): BlockRange | undefined
  /** What could not be done now comes next. */
  giveBack(range: BlockRange): void
}

export function openWalk(parts: readonly TablePart[]): Walk {
  const left = parts
    .filter(({ blocks }) => blocks > 0)
    .map((part): BlockRange => ({ part, from: 0, to: part.blocks }))
  return {
    blocks: parts.reduce((sum, { blocks }) => sum + blocks, 0),
    next(atMost) {
      const range = left.shift()
      if (!range) return undefined
      const to = Math.min(range.to, range.from + atMost(range.part))
      if (to < range.to) left.unshift({ ...range, from: to })
      return { ...range, to }
    },
    giveBack: (range) => {
      left.unshift(range)
    },
  }
}
