import { blockedTables } from './blocking.ts'
import type { HazardRule } from './hazard.ts'

/** Whoever uses the table waits behind the lock, and the lock waits behind whoever uses the table. */
export const busyTableLock: HazardRule = {
  code: 'busy-table-lock',
  find: (facts) =>
    blockedTables(facts).flatMap((table) => {
      const usage = facts.usage.tables.get(table)
      if (!usage || (usage.sessions === 0 && usage.scansPerSecond < busyPerSecond)) return []
      return [{ object: table, count: Math.round(usage.scansPerSecond) }]
    }),
}

/** On average, day and night: a table of the application's daily work. */
const busyPerSecond = 10
