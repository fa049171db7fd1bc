/** A calendar month in UTC; its bounds as dates, the second one outside. */
export interface Month {
  /** `2026_11`. */
  readonly suffix: string
  /** `2026-11-01`. */
  readonly from: string
  readonly to: string
}

/** The month of a moment and `ahead` further ones. */
export function monthsFrom(moment: Date, ahead: number): readonly Month[] {
  return Array.from({ length: ahead + 1 }, (_, index) => {
    const from = isoDate(monthStart(moment, index))
    return { suffix: from.slice(0, 7).replace('-', '_'), from, to: isoDate(monthStart(moment, index + 1)) }
  })
}

/** When the month after the moment's begins. */
export function nextMonth(moment: Date): Date {
  return monthStart(moment, 1)
}

function monthStart(moment: Date, later: number): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + later, 1))
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}
