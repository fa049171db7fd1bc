/** What a batch was and what it cost. */
export interface BatchCost {
  readonly blocks: number
  /** Rows that it changed. */
  readonly rows: number
  /** How long it held them. */
  readonly heldMs: number
  /** Sessions that wait for us. */
  readonly waiting: number
}

/** How many blocks the next batch should take. */
export interface BatchSize {
  /** @param rowsPerBlock how many rows a block of the table may have */
  blocks(rowsPerBlock: number): number
  learn(cost: BatchCost): void
  /** By the last batches. */
  msPerRow(): number
  /** All that was learned of. */
  spent(): Pick<BatchCost, 'rows' | 'heldMs'>
  /** Somebody held a row of the batch, or it took too long: with fewer blocks there is less of either. */
  shrink(factor: number): void
}

const startBlocks = 16
const maxBlocks = 16_384
const startMsPerRow = 0.05

/** Blocks without a row to change are quick, and the next may be full: then a batch takes so many times its time at most. */
const surprise = 4

/** Aims at a time, not at a number of rows; steps of at most a factor of two keep one odd measurement harmless. */
export function adaptBatchSize(targetMs: number): BatchSize {
  let size = startBlocks
  let msPerRow = startMsPerRow
  let spent = { rows: 0, heldMs: 0 }
  return {
    blocks(rowsPerBlock) {
      const most = (surprise * targetMs) / (msPerRow * Math.max(1, rowsPerBlock))
      return Math.max(1, Math.floor(Math.min(size, most)))
    },
    learn({ blocks, rows, heldMs, waiting }) {
      spent = { rows: spent.rows + rows, heldMs: spent.heldMs + heldMs }
      if (rows >= tellingRows) msPerRow = (msPerRow + heldMs / rows) / 2
      const factor = Math.min(2, Math.max(0.5, targetMs / Math.max(heldMs, 0.1)))
      const wanted = blocks * (waiting > 0 ? Math.min(factor, 0.5) : factor)
      // a short rest of a table says little about the speed of large batches
      if (wanted > size || factor < 1 || waiting > 0) size = Math.min(maxBlocks, Math.max(1, wanted))
    },
    msPerRow: () => msPerRow,
    spent: () => spent,
    shrink(factor) {
      size = Math.max(1, size * factor)
    },
  }
}

/** From so many rows on a batch tells what a row costs. */
const tellingRows = 100
