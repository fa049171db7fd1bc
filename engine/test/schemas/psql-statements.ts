import { splitScript } from '../../src/sql/split-script.ts'

/** What psql would send of a script: without its own commands. */
export function psqlStatements(script: string): string[] {
  return splitScript(script.replaceAll(/^\\[a-z].*$/gm, ''), 'script').map(({ sql }) => sql)
}
