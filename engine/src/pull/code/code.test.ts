import { expect, test } from 'vitest'
import { array, arrow, call, chain, chainOf, link, object, openObject, text } from './code.ts'
import { camelCase, nameBook } from './identifiers.ts'
import { objectKey, sqlTemplate, stringLiteral } from './literals.ts'
import { printStatement } from './print-code.ts'

test('names become those of TypeScript, in any script', () => {
  const names = [
    'created_at',
    'Full Name',
    'URL',
    'userID',
    'API_KEY',
    '2024',
    '사용자 이름',
    '"',
    'a-b.c',
    '_x',
  ]
  expect(names.map(camelCase)).toEqual([
    'createdAt',
    'fullName',
    'url',
    'userID',
    'apiKey',
    '_2024',
    '사용자이름',
    '',
    'aBC',
    'x',
  ])
})

test('a name is given out once', () => {
  const names = nameBook(['class'])
  expect([
    names.take('a'),
    names.take('a', 'aTable'),
    names.take('a', 'aTable'),
    names.take('class'),
  ]).toEqual(['a', 'aTable', 'aTable2', 'class2'])
})

test('what is written says the same when it is read', () => {
  const hostile = 'it\'s "so" \\ `${x}`\n\u0001사용자'
  const read = (code: string): unknown => new Function('sql', `return ${code}`)((parts: string[]) => parts[0])
  expect(read((stringLiteral(hostile) as { text: string }).text)).toBe(hostile)
  expect(read((sqlTemplate(hostile) as { text: string }).text)).toBe(hostile)
  expect(stringLiteral("it's")).toEqual(text('"it\'s"'))
  expect([objectKey('createdAt'), objectKey('a b'), objectKey('default')]).toEqual([
    'createdAt',
    "'a b'",
    'default',
  ])
})

test('code stays on its line where it fits, and is broken like Biome breaks it', () => {
  const long = (letter: string) => text(letter.repeat(60))
  expect(printStatement('const a = ', call('f', text('x'), object([['a', text('1')]])))).toBe(
    'const a = f(x, { a: 1 })',
  )
  expect(printStatement('const a = ', call('f', text('x'), openObject([['a', text('1')]])))).toBe(
    'const a = f(x, {\n  a: 1,\n})',
  )
  expect(printStatement('const a = ', call('f', long('x'), long('y')))).toBe(
    `const a = f(\n  ${'x'.repeat(60)},\n  ${'y'.repeat(60)},\n)`,
  )
  const list = array([object([['a', text('1')]]), long('y'), long('z')])
  expect(printStatement('const a = ', call('f', arrow('(t)', list)))).toBe(
    `const a = f((t) => [\n  { a: 1 },\n  ${'y'.repeat(60)},\n  ${'z'.repeat(60)},\n])`,
  )
  expect(
    printStatement(
      'const a = ',
      chain(link('f', text('x')), link('g'), link('h', long('x')), link('i', long('y'))),
    ),
  ).toBe(`const a = f(x)\n  .g()\n  .h(${'x'.repeat(60)})\n  .i(${'y'.repeat(60)})`)
  expect(printStatement('const a = ', chain(link('f'), link('g', arrow('()', text('x')))))).toBe(
    'const a = f().g(() => x)',
  )
  const view = openObject([['id', call('integer', text("'id'"))]])
  expect(
    printStatement('const a = ', chainOf('s', link('view', text("'v'"), view), link('as', text('`a\nb`')))),
  ).toBe("const a = s\n  .view('v', {\n    id: integer('id'),\n  })\n  .as(`a\nb`)")
})
