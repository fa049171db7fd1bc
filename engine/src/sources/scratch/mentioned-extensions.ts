import type { SourceStatement } from './run-script.ts'

/**
 * Names after CREATE EXTENSION anywhere in the sources: the scratch must know them before it starts. Too many do no
 * harm, so a comment or a string that looks like one may count.
 */
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
