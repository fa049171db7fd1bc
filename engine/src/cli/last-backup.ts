import { isDeepStrictEqual } from 'node:util'
import { listBackups } from '../backup/read/list-backups.ts'
import { isTrueupError } from '../errors/trueup-error.ts'
import type { Place } from '../postgres/database.ts'
import { backupsFolder } from './backup-options.ts'
import type { CommandContext } from './command.ts'
import type { Target } from './target.ts'

/** Where the backups of a target are, and when the newest of the whole database was made, in milliseconds. */
export async function lastBackup(
  target: Target,
  context: CommandContext,
): Promise<{ readonly folder: string; readonly made: number | undefined }> {
  const folder = backupsFolder(context, target.project)
  const backups = await listBackups(folder).catch((error: unknown) => {
    if (isTrueupError(error, 'BACKUP-READ')) return [] // nothing to be found is no reason to refuse
    throw error
  })
  const times = backups.flatMap((backup) =>
    // one of chosen tables does not count
    backup.kind === 'complete' &&
    backup.manifest.scope === null &&
    isDeepStrictEqual(withoutUser(backup.manifest.place), withoutUser(target.place))
      ? [Date.parse(backup.manifest.created)]
      : [],
  )
  return { folder, made: times.length === 0 ? undefined : Math.max(...times) }
}

/** Who connected makes no difference. */
function withoutUser(place: Place): object {
  if (place.kind !== 'server') return place
  const { user: _, ...server } = place
  return server
}
