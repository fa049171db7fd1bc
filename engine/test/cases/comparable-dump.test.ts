import { expect, test } from 'vitest'
import { comparableDump } from './comparable-dump.ts'

const table = (...columns: readonly string[]) =>
  `CREATE TABLE public.t (\n${columns.join(',\n')}\n)\nWITH (a=1);`

test('columns in another order are the same dump', () => {
  expect(comparableDump(table('    a integer', '    b text'))).toBe(
    comparableDump(table('    b text', '    a integer')),
  )
})

test('statements in another order are not', () => {
  const [a, b] = ['CREATE VIEW a AS SELECT 1;', 'CREATE VIEW b AS SELECT 1;']
  expect(comparableDump(`${a}\n${b}`)).not.toBe(comparableDump(`${b}\n${a}`))
})
