import { basename } from 'node:path'
import type { ObjectId } from '../catalog/object.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Place } from '../postgres/database.ts'
import type { ReportedTarget } from '../report/terminal/creation.ts'
import { askExactly } from './ask.ts'
import type { CommandContext } from './command.ts'

/**
 * Somebody who is about to lose something types the name of the database, so that they have looked at which one it is;
 * `--confirm-database` says it beforehand.
 * @throws TARGET-UNCONFIRMED where nobody can be asked and nothing was said
 */
export async function confirmName(
  target: ReportedTarget,
  losses: readonly ObjectId[],
  context: CommandContext,
): Promise<boolean> {
  const { flags, terminal, texts } = context
  const { environment } = target
  const database = databaseName(target.place)
  if (flags['confirm-database'] === database) return true
  if (!terminal.interactive)
    throw new TrueupError('TARGET-UNCONFIRMED', { given: undefined, database, environment, losses })
  return askExactly(texts.caution.typeName({ database, environment }), database, texts.caution.otherName())
}

/** Whoever names a database means that one, in whatever environment. */
export function refuseOtherName(
  { environment, place }: ReportedTarget,
  losses: readonly ObjectId[],
  { flags }: CommandContext,
): void {
  const database = databaseName(place)
  const given = flags['confirm-database']
  if (given !== undefined && given !== database)
    throw new TrueupError('TARGET-UNCONFIRMED', { given, database, environment, losses })
}

/** What people call it: an embedded database has the name of its folder. */
function databaseName(place: Place): string {
  switch (place.kind) {
    case 'server':
      return place.database
    case 'folder':
      return basename(place.folder)
    case 'memory':
      return ''
  }
}
