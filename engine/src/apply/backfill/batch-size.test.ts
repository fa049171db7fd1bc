import { expect, test } from 'vitest'
import { adaptBatchSize } from './batch-size.ts'

const rowsPerBlock = 50

/** Runs batches of full or empty blocks; gives their sizes. */
function run(batches: number, full: boolean, msPerBlock: number, size = adaptBatchSize(80)): number[] {
  return Array.from({ length: batches }, () => {
    const blocks = size.blocks(rowsPerBlock)
    size.learn({ blocks, rows: full ? blocks * rowsPerBlock : 0, heldMs: blocks * msPerBlock, waiting: 0 })
    return blocks
  })
}

test('finds the size that takes the time', () => {
  expect(run(12, true, 1).at(-1)).toBe(80)
  expect(run(12, true, 0.1).at(-1)).toBe(800)
  expect(run(12, true, 50).at(-1)).toBe(1)
})

test('after blocks without rows the first full ones are no long wait', () => {
  const size = adaptBatchSize(80)
  expect(Math.max(...run(30, false, 0.01, size))).toBeLessThan(150)
  run(10, true, 1, size)
  expect(Math.max(...run(30, false, 0.01, size))).toBeLessThanOrEqual(4 * 80 * 1.1)
})

test('makes room for those who wait, and for rows that are held', () => {
  const size = adaptBatchSize(80)
  run(12, true, 1, size)
  size.learn({ blocks: 80, rows: 4_000, heldMs: 80, waiting: 3 })
  expect(size.blocks(rowsPerBlock)).toBe(40)
  size.shrink(0.25)
  expect(size.blocks(rowsPerBlock)).toBe(10)
})
