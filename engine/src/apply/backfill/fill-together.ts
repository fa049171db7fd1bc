import { isTrueupError } from '../../errors/trueup-error.ts'
import type { Crew } from './crew.ts'
import type { Filler } from './filler.ts'
import type { BlockRange, Walk } from './walk.ts'

export type FillRange = (range: BlockRange, filler: Filler) => Promise<void>

/**
 * The sessions of a crew take blocks until there are none: at first the run's own, the others once it turns out to be
 * long, for as long as they are of help. What fails for one ends it for all, but for a session beside our own that is
 * gone: its blocks come again.
 */
export async function fillTogether(
  walk: Walk,
  crew: Crew,
  fillRange: FillRange,
  isLong: () => boolean,
): Promise<void> {
  let help: Promise<unknown> | undefined
  let failure: { readonly error: unknown } | undefined
  const fill = async (filler: Filler): Promise<void> => {
    for (;;) {
      const isOver = failure !== undefined || !(filler.isOwn || crew.areOfHelp())
      const range = isOver ? undefined : walk.next(({ rowsPerBlock }) => filler.size.blocks(rowsPerBlock))
      if (!range) return
      try {
        await fillRange(range, filler)
      } catch (error) {
        if (filler.isOwn || !isTrueupError(error, 'CONNECT-LOST')) failure ??= { error }
        walk.giveBack(range)
        return
      }
      if (filler.isOwn && isLong()) help ??= crew.others().then((others) => Promise.all(others.map(fill)))
    }
  }
  await fill(crew.own)
  await help
  await fill(crew.own)
  if (failure) throw failure.error
}
