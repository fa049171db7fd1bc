import { alignColumns } from 'trueup/cli'
import type { MarketReport } from '../market/start-market.ts'
import type { Tally } from '../market/tally.ts'
import { amount, seconds } from './messages/amounts.ts'
import type { ToolMessages } from './messages/catalogue.ts'

/** How it goes, in one line. */
export function liveLine({ all, seconds: sinceStart }: MarketReport, texts: ToolMessages['market']): string {
  const { perSecond, conflicts, errors } = all
  const [p50, p99] = [milliseconds(all.p50), milliseconds(all.p99)]
  return texts.live({
    seconds: seconds(sinceStart * 1_000),
    perSecond: Math.round(perSecond),
    p50,
    p99,
    conflicts,
    errors,
  })
}

/** Operation by operation, the busiest first. */
export function marketLines(report: MarketReport, texts: ToolMessages['market']): string[] {
  const busiest = Object.entries(report.operations).sort(([, a], [, b]) => b.count - a.count)
  const rows = [
    texts.heads(),
    ...busiest.map(([name, tally]) => row(name, tally)),
    row(texts.all(), report.all),
  ]
  return [
    ...alignColumns(
      rows,
      texts
        .heads()
        .map((_, at) => at)
        .slice(1),
    ),
    ...report.errors.map((error) => texts.failed({ error })),
  ]
}

function row(name: string, { count, perSecond, p50, p95, p99, max, conflicts, errors }: Tally): string[] {
  const times = [p50, p95, p99, max].map(milliseconds)
  return [name, amount(count), perSecond.toFixed(1), ...times, amount(conflicts), amount(errors)]
}

function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}
