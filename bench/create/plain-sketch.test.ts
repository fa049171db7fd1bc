import { expect, test } from 'vitest'
import { plainSketch } from './plain-sketch.ts'

const tables = plainSketch()

test('the sketch has the size that the figures are given for', () => {
  const count = (part: 'columns' | 'foreignKeys' | 'indexes' | 'uniques') =>
    tables.reduce((sum, table) => sum + table[part].length, 0)
  expect(tables).toHaveLength(13)
  expect([count('columns'), count('foreignKeys'), count('indexes'), count('uniques')]).toEqual([
    127, 20, 24, 3,
  ])
})

test('each table comes after those it refers to', () => {
  for (const [at, table] of tables.entries()) {
    const before = tables.slice(0, at).map(({ name }) => name)
    for (const key of table.foreignKeys) expect(before).toContain(key.table)
  }
})
