import { worksOn } from './blocking.ts'
import type { HazardRule } from './hazard.ts'

/** The table is written anew, with all its indexes, while nobody can read it. */
export const tableRewrite: HazardRule = {
  code: 'table-rewrite',
  find: (facts) => worksOn(facts, 'rewrite').map((table) => ({ object: table, count: facts.rows(table) })),
}
