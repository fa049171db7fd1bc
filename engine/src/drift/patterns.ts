import type { ObjectKind } from '../catalog/catalog.ts'
import { kindOf, pathOf } from '../catalog/identify.ts'
import type { IdTest } from '../diff/changes-meant.ts'
import { TrueupError } from '../errors/trueup-error.ts'

/**
 * Patterns over ids of objects, as reports show them: `table:public.tmp_*`, `*:audit.*`. `*` stands for any
 * characters, dots included, `?` for one.
 * @throws DRIFT-PATTERN for the first that can mean nothing
 */
export function parsePatterns(patterns: readonly unknown[]): IdTest {
  const tests = patterns.map(parsePattern)
  return (id) => tests.some((isMeant) => isMeant(id))
}

function parsePattern(pattern: unknown): IdTest {
  if (typeof pattern !== 'string')
    throw new TrueupError('DRIFT-PATTERN', {
      pattern: JSON.stringify(pattern) ?? 'undefined',
      reason: 'no-text',
    })
  const text = pattern.trim()
  if (!text.includes(':')) throw new TrueupError('DRIFT-PATTERN', { pattern, reason: 'no-kind' })
  const kind = glob(kindOf(text))
  const path = pathOf(text)
  if (path === '') throw new TrueupError('DRIFT-PATTERN', { pattern, reason: 'no-name' })
  if (!Object.keys(kinds).some((each) => kind.test(each)))
    throw new TrueupError('DRIFT-PATTERN', { pattern, reason: 'unknown-kind' })
  const name = glob(path)
  return (id) => kind.test(kindOf(id)) && name.test(pathOf(id))
}

function glob(text: string): RegExp {
  const parts = text
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${parts}$`, 's')
}

/** A record, so that a new kind cannot be forgotten here. */
const kinds: Readonly<Record<ObjectKind, true>> = {
  'access-method': true,
  aggregate: true,
  'base-type': true,
  cast: true,
  collation: true,
  column: true,
  composite: true,
  constraint: true,
  conversion: true,
  default: true,
  'default-privilege': true,
  domain: true,
  'domain-constraint': true,
  enum: true,
  'event-trigger': true,
  extension: true,
  'extension-dependency': true,
  'foreign-data-wrapper': true,
  'foreign-table': true,
  function: true,
  index: true,
  language: true,
  'materialized-view': true,
  operator: true,
  'operator-class': true,
  'operator-family': true,
  'operator-family-member': true,
  policy: true,
  publication: true,
  'publication-schema': true,
  'publication-table': true,
  range: true,
  rule: true,
  schema: true,
  sequence: true,
  server: true,
  statistics: true,
  subscription: true,
  table: true,
  'text-search-configuration': true,
  'text-search-dictionary': true,
  'text-search-parser': true,
  'text-search-template': true,
  transform: true,
  trigger: true,
  'trigger-state': true,
  'user-mapping': true,
  view: true,
}
