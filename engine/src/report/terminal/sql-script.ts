import type { Messages } from '../../messages/catalogue.ts'
import type { Action } from '../../plan/action.ts'

/** Actions as a script for psql, or for reading. */
export function sqlScript(actions: readonly Action[], texts: Messages): string {
  if (actions.length === 0) return texts.create.nothingInScript()
  return ['BEGIN;', ...actions.map(({ sql }) => `${sql};`), 'COMMIT;'].join('\n\n')
}
