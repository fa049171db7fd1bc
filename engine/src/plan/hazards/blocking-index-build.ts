import type { HazardRule } from './hazard.ts'

/** Building an index blocks every write to its table until it is done. */
export const blockingIndexBuild: HazardRule = {
  code: 'blocking-index-build',
  find: ({ action, lock, rows, to }) =>
    action.verb === 'create' && to.get(action.target)?.kind === 'index'
      ? lock.relations.filter((table) => rows(table) > 0)
      : [],
}
