import { TrueupError } from '../errors/trueup-error.ts'
import type { JournalHead } from '../journal/journal-head.ts'
import { placeText } from '../report/terminal/place.ts'
import type { CommandContext } from './command.ts'
import type { Target } from './target.ts'

/**
 * A database that takes no changes, or is not the one that was meant: found out from what is read anyway, before
 * anything runs.
 * @throws TARGET-REPLICA, TARGET-ENVIRONMENT, TARGET-REASSIGN
 */
export function refuseTarget(journal: JournalHead, target: Target, context: CommandContext): void {
  refuseReplica(journal, target, context)
  refuseOtherEnvironment(journal, target, context)
}

function refuseReplica({ isReplica }: JournalHead, { place }: Target, { texts }: CommandContext): void {
  if (isReplica) throw new TrueupError('TARGET-REPLICA', { where: placeText(place, texts) })
}

/** A production URL in a development `.env`, or the other way round. */
export function refuseOtherEnvironment(
  { remembered }: JournalHead,
  { environment, place, database }: Target,
  { flags, texts }: CommandContext,
): void {
  if (flags.reassign !== undefined && flags.reassign !== environment)
    throw new TrueupError('TARGET-REASSIGN', { given: flags.reassign, environment })
  if (!remembered || remembered.environment === environment || flags.reassign === environment) return
  throw new TrueupError('TARGET-ENVIRONMENT', {
    ...{ environment, remembered: remembered.environment, since: remembered.since.slice(0, 10) },
    ...{ where: placeText(place, texts), origin: database.origin },
  })
}
