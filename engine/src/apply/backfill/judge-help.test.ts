import { expect, test } from 'vitest'
import { adaptBatchSize } from './batch-size.ts'
import { judgeHelp } from './judge-help.ts'

/** Batches of the own session, each of a second or so. */
function own() {
  const size = adaptBatchSize(40)
  const fill = (batches: number, rows: number) => {
    for (let i = 0; i < batches; i += 1) size.learn({ blocks: 10, rows, heldMs: 1_000, waiting: 0 })
  }
  return { size, fill }
}

test('others help that leave the own session most of its speed', () => {
  const { size, fill } = own()
  fill(10, 1_000)
  const isHelp = judgeHelp(size, 2)
  fill(10, 700)
  expect(isHelp()).toBe(true)
})

test('others do not that only take it from the own session, which shows after a while', () => {
  const { size, fill } = own()
  fill(10, 1_000)
  const isHelp = judgeHelp(size, 2)
  fill(1, 500)
  expect(isHelp()).toBe(true)
  fill(1, 500)
  expect(isHelp()).toBe(false)
  fill(9, 1_000)
  expect(isHelp()).toBe(false)
})
