import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { releasedFile } from '../format/layout.ts'
import { listBackups } from '../read/list-backups.ts'

/**
 * Lets retention remove the backups that were pinned to a run. The manifest stays as it was written; a file beside it
 * says that the pin is released, so that losing that file errs on the side of keeping.
 * @param run the token of the run
 * @returns whether there was any
 */
export async function releasePin(parent: string, run: string): Promise<boolean> {
  const pinned = (await listBackups(parent)).filter(
    (backup) => backup.kind === 'complete' && backup.pinned && backup.manifest.pin?.run === run,
  )
  for (const { folder } of pinned) writeFileSync(join(folder, releasedFile), `${run}\n`)
  return pinned.length > 0
}
