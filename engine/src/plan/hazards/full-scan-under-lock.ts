import { blockedTables, worksOn } from './blocking.ts'
import type { HazardRule } from './hazard.ts'

/** Every row is looked at while the table is locked against writing, or against everybody. */
export const fullScanUnderLock: HazardRule = {
  code: 'full-scan-under-lock',
  find(facts) {
    const blocked = blockedTables(facts)
    return worksOn(facts, 'scan')
      .filter((table) => blocked.includes(table))
      .map((table) => ({ object: table, count: facts.rows(table) }))
  },
}
