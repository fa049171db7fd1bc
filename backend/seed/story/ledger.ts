import type { TableName } from '../tables.ts'
import type { Emit } from './story.ts'

export interface Movement {
  /** Index of the user. */
  readonly user: number
  readonly type:
    | 'purchase'
    | 'generation'
    | 'earning'
    | 'refund'
    | 'payout'
    | 'payout_return'
    | 'bonus'
    | 'adjust'
  /** Credits, signed. */
  readonly amount: number
  readonly at: number
  readonly usd?: number
  readonly reference?: string
  readonly generation?: number
  readonly payout?: number
  readonly webhook?: number
}

export interface Ledger {
  /** Credits by user index. */
  readonly balances: Float64Array
  /** Earned and neither requested nor paid, by user index. */
  readonly payable: Float64Array
  move(movement: Movement): void
}

/** Every change of a balance is one row, in the order in which they happen. */
export function openLedger(users: number, nextId: (table: TableName) => number, emit: Emit): Ledger {
  const balances = new Float64Array(users)
  const payable = new Float64Array(users)
  return {
    balances,
    payable,
    move({ user, type, amount, at, usd, reference, generation, payout, webhook }) {
      const before = balances[user]!
      const after = before + amount
      if (after < 0) throw new Error(`balance of user ${user + 1} below zero`)
      balances[user] = after
      if (type === 'earning' || type === 'payout' || type === 'payout_return') payable[user]! += amount
      const id = nextId('transactions')
      emit('transactions', () => [
        id,
        user + 1,
        type,
        amount,
        before,
        after,
        usd ?? null,
        reference ?? null,
        generation ?? null,
        payout ?? null,
        webhook ?? null,
        { at },
      ])
    },
  }
}
