import type { Answer } from './load.ts'

/** What clients felt while a change was made; milliseconds, and shares from 0 to 1. */
export interface Felt {
  readonly longestBefore: number
  readonly longest: number
  readonly slowShare: number
  readonly total: number
}

const bucket = 100

/** Throughput is counted in tenths of a second and held against the median of the time before. */
export function felt(answers: readonly Answer[], from: number, start: number, end: number): Felt {
  const overlaps = (a: number, b: number) => answers.filter(({ at, took }) => at + took > a && at < b)
  const longest = (list: readonly Answer[]) => Math.max(0, ...list.map(({ took }) => took))
  const before = counts(answers, from, start).sort((a, b) => a - b)
  const usual = before[Math.floor(before.length / 2)] ?? 0
  const during = counts(answers, start, end)
  return {
    longestBefore: longest(overlaps(from, start)),
    longest: longest(overlaps(start, end)),
    slowShare: during.filter((count) => count < usual / 2).length / Math.max(1, during.length),
    total: end - start,
  }
}

function counts(answers: readonly Answer[], from: number, to: number): number[] {
  const buckets = new Array<number>(Math.max(1, Math.floor((to - from) / bucket))).fill(0)
  for (const { at, took } of answers) {
    const i = Math.floor((at + took - from) / bucket)
    if (i >= 0 && i < buckets.length) buckets[i]!++
  }
  return buckets
}
