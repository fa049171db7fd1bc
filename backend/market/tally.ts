import { createHistogram } from 'node:perf_hooks'

/** What is known of one operation, or of all; times in milliseconds. */
export interface Tally {
  readonly count: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  /** Attempts that were repeated because others were in the way. */
  readonly conflicts: number
  readonly errors: number
  readonly outcomes: Readonly<Record<string, number>>
}

export interface Counter {
  finished(milliseconds: number, outcome: string): void
  failed(milliseconds: number): void
  conflict(): void
  read(seconds: number): Tally
}

/** Counts in a histogram of Node (HDR, three digits), so that a long run takes no more memory than a short one. */
export function openCounter(): Counter {
  const histogram = createHistogram({ lowest: 1, highest: 3_600_000_000, figures: 3 })
  const outcomes = new Map<string, number>()
  let [conflicts, errors] = [0, 0]
  const record = (milliseconds: number) => histogram.record(Math.max(1, Math.round(milliseconds * 1_000)))
  return {
    finished(milliseconds, outcome) {
      record(milliseconds)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    },
    failed(milliseconds) {
      record(milliseconds)
      errors += 1
    },
    conflict: () => {
      conflicts += 1
    },
    read(seconds) {
      const { count } = histogram
      const at = (percent: number) => (count === 0 ? 0 : histogram.percentile(percent) / 1_000)
      return {
        count,
        perSecond: seconds > 0 ? count / seconds : 0,
        p50: at(50),
        p95: at(95),
        p99: at(99),
        max: count === 0 ? 0 : histogram.max / 1_000,
        conflicts,
        errors,
        outcomes: Object.fromEntries(outcomes),
      }
    },
  }
}
