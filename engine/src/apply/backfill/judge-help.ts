import type { BatchSize } from './batch-size.ts'

/** So much of its time the own session has filled together with others before it is said what that is worth. */
const trialMs = 2_000

/** A smaller gain is not worth the cores that it takes from everybody else. */
const gainMin = 1.1

/**
 * Several sessions on a server whose cores are all at work take them from each other, and from everybody else. Once
 * they have filled together for a while, this says whether they are faster than the own one was alone.
 * @param own that of the own session, at the moment when the others join
 */
export function judgeHelp(own: Pick<BatchSize, 'msPerRow' | 'spent'>, sessions: number): () => boolean {
  const [alone, begun] = [own.msPerRow(), own.spent()]
  let verdict: boolean | undefined
  return () => {
    const { rows, heldMs } = own.spent()
    const [moreRows, moreMs] = [rows - begun.rows, heldMs - begun.heldMs]
    if (verdict === undefined && moreMs >= trialMs)
      verdict = (sessions * alone * moreRows) / moreMs >= gainMin
    return verdict ?? true
  }
}
