import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { releasedFile } from '../format/layout.ts'
import { listBackups } from '../read/list-backups.ts'

/**
 * Lets retention remove the backups that were pinned to a run. The manifest stays as it was written; a file beside it
 * says that the pin is released, so that losing that file errs on the side of keeping.
 */
export async function releasePin(parent: string, run: string): Promise<void> {
  for (const backup of await listBackups(parent))
    if (backup.kind === 'complete' && backup.pinned && backup.manifest.pin?.run === run)
      writeFileSync(join(backup.folder, releasedFile), `${run}\n`)
}
