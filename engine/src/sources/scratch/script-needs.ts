import type { SourceStatement } from './run-script.ts'
import type { ScratchNeeds } from './with-scratch.ts'

/**
 * What the scratch must have before it starts, by what is said anywhere in the sources. Too much does no harm, so a
 * comment or a string may count.
 */
export function scriptNeeds(statements: readonly SourceStatement[]): ScratchNeeds {
  const extensions = mentionedExtensions(statements)
  return { extensions, templates: statements.some(({ sql }) => /create\s+database\b/i.test(sql)) }
}

/** Names after CREATE EXTENSION. */
export function mentionedExtensions(statements: readonly SourceStatement[]): Set<string> {
  const names = new Set<string>()
  for (const { sql } of statements)
    for (const [, name = ''] of sql.matchAll(
      /create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([a-z][\w-]*)"?/gi,
    ))
      names.add(name.toLowerCase())
  if (names.has('earthdistance')) names.add('cube') // CREATE EXTENSION … CASCADE brings what it needs
  return names
}
