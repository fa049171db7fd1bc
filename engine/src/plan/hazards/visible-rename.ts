import type { HazardRule } from './hazard.ts'

/** Applications that are running ask for the old name, and fail from the commit on. */
export const visibleRename: HazardRule = {
  code: 'visible-rename',
  find: ({ step }) => (renamed.has(step.kind) ? [{ object: step.target }] : []),
}

/** What queries name; nobody asks for an index or a constraint. */
const renamed = new Set(
  [
    'table',
    'column',
    'view',
    'materialized-view',
    'foreign-table',
    'schema',
    'sequence',
    'enum',
    'composite',
  ].map((kind) => `rename-${kind}`),
)
