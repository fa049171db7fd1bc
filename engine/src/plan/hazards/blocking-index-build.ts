import { blockedTables, worksOn } from './blocking.ts'
import type { HazardRule } from './hazard.ts'

/** Building an index blocks every write to its table until it is done. */
export const blockingIndexBuild: HazardRule = {
  code: 'blocking-index-build',
  find(facts) {
    const blocked = blockedTables(facts)
    return worksOn(facts, 'index-build')
      .filter((table) => blocked.includes(table))
      .map((table) => ({ object: table, count: facts.rows(table) }))
  },
}
