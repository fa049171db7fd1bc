import type { Action } from '../../plan/action.ts'

/** Actions as a script for psql, or for reading. */
export function sqlScript(actions: readonly Action[]): string {
  return ['BEGIN;', ...actions.map(({ sql }) => `${sql};`), 'COMMIT;'].join('\n\n')
}
