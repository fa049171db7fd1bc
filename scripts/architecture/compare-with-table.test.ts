import { expect, test } from 'vitest'
import { circles } from './circles.ts'
import { compareWithTable } from './compare-with-table.ts'
import { importRules } from './import-table.ts'
import { importLines } from './imports.ts'

test('import lines of every form are seen, with whether they leave anything behind', () => {
  const code = [
    "import { a } from '../sql/quote.ts'",
    "import type { B } from '../plan/action.ts'",
    "import {\n  type C,\n  type D,\n} from '../diff/change.ts'",
    "import { type E, f } from 'package'",
    "export * from './beside.ts'",
    "import './for-its-effect.ts'",
    "const later = await import('node:tls')",
    "type G = typeof import('other')",
    "// import { x } from '../commented/out.ts'",
    "/** import { y } from '../commented/out.ts' */",
  ].join('\n')
  const seen = importLines('engine/src/catalog/file.ts', code).map(({ target, typesOnly }) => [
    target,
    typesOnly,
  ])
  expect(Object.fromEntries(seen)).toEqual({
    'engine/src/sql/quote.ts': false,
    'engine/src/plan/action.ts': true,
    'engine/src/diff/change.ts': true,
    package: false,
    'engine/src/catalog/beside.ts': false,
    'engine/src/catalog/for-its-effect.ts': false,
    'node:tls': false,
    other: true,
  })
})

test('the table is held against the code in both directions', () => {
  const rules = importRules(`## Who may import whom

| folder | what it is for | may import | packages |
|---|---|---|---|
| \`a\` | … | \`b\` (types), \`c\` | \`node:*\` |
| \`gone\` | … | | |
`)
  const evidence = (typesOnly: boolean) => ({ typesOnly, file: 'a/file.ts' })
  const units = new Map([
    ['b', evidence(false)],
    ['d', evidence(true)],
  ])
  const a = { unit: 'a', units, packages: new Map([['node:fs', evidence(false)]]) }
  const added = { unit: 'new', units: new Map([['a', evidence(true)]]), packages: new Map() }
  expect(compareWithTable(rules, [a, added])).toEqual([
    'a may import types alone of b: a/file.ts',
    'a may not import d: a/file.ts',
    'a does not import c: remove it from the table',
    'gone does not exist: remove its row',
    'new has no row; as it is: | `new` | … | `a` (types) |  |',
  ])
})

test('circles are found, chains are not', () => {
  const graph = { a: ['b'], b: ['c'], c: ['a', 'd'], d: ['e'], e: [], f: ['g'], g: ['f'] }
  const sets = new Map(Object.entries(graph).map(([from, to]) => [from, new Set<string>(to)]))
  expect(circles(sets)).toEqual(['a ↔ b ↔ c', 'f ↔ g'])
})
