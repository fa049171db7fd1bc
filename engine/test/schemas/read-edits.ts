import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Decision, parseDecision } from '../../src/decide/decision.ts'

/** A change that a team would make to a public schema, as one would write it by hand. */
export interface Edit {
  readonly name: string
  readonly sql: string
  readonly forward: readonly Decision[]
  readonly backward: readonly Decision[]
  /** Tables or columns, by path, whose values change on purpose. */
  readonly valuesChange: readonly string[]
}

/** edits/<schema>.sql: each begins with `-- ## <name>`; what it needs besides is said in lines `-- <word>: …`. */
export function readEdits(schema: string): Edit[] {
  const text = readFileSync(join(import.meta.dirname, 'edits', `${schema}.sql`), 'utf8')
  return text
    .split(/^-- ## /m)
    .slice(1)
    .map((sql) => {
      const words = (name: string) =>
        [...sql.matchAll(new RegExp(`^-- ${name}: (.*)$`, 'gm'))].flatMap(([, list]) => list!.split(' '))
      const decisions = (name: string): Decision[] => [
        { kind: 'drops' },
        ...words(name).map((text) => parseDecision(text)),
      ]
      return {
        name: sql.slice(0, sql.indexOf('\n')),
        sql: sql.slice(sql.indexOf('\n')),
        forward: decisions('forward'),
        backward: decisions('backward'),
        valuesChange: words('valuesChange'),
      }
    })
}

export const aroundViews = readFileSync(join(import.meta.dirname, 'edits', 'around-views.sql'), 'utf8')
