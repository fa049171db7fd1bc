/** The logs that are partitioned by month, and how long their rows are kept. */
export const logs = [
  { table: 'audit_logs', appendOnly: true, keepMonths: 24, keepDays: 0 },
  { table: 'error_logs', appendOnly: false, keepMonths: 0, keepDays: 90 },
] as const
export type Log = (typeof logs)[number]

export interface LogPartition {
  readonly name: string
  /** Midnight UTC on the first of the month, and of the next. */
  readonly from: Date
  readonly to: Date
}

/** The partitions of the month of a moment (UTC) and of `ahead` further ones. */
export function partitionsFrom({ table }: Log, moment: Date, ahead: number): readonly LogPartition[] {
  return Array.from({ length: ahead + 1 }, (_, later) => {
    const from = monthStart(moment, later)
    const name = `${table}_${from.toISOString().slice(0, 7).replace('-', '_')}`
    return { name, from, to: monthStart(moment, later + 1) }
  })
}

/** The partition of this name; nothing when it is not that of a month. */
export function partitionNamed({ table }: Log, name: string): LogPartition | undefined {
  const [, year, month] = name.match(new RegExp(`^${table}_(\\d{4})_(\\d{2})$`)) ?? []
  if (year === undefined || month === undefined) return undefined
  const from = new Date(Date.UTC(Number(year), Number(month) - 1, 1))
  return { name, from, to: monthStart(from, 1) }
}

/** Rows before this moment have been kept long enough. */
export function keptSince({ keepMonths, keepDays }: Log, moment: Date): Date {
  const since = new Date(moment)
  since.setUTCMonth(since.getUTCMonth() - keepMonths)
  since.setUTCDate(since.getUTCDate() - keepDays)
  return since
}

function monthStart(moment: Date, later: number): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + later, 1))
}
