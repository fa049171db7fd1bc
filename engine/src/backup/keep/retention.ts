import { renameSync, rmSync } from 'node:fs'
import { partialEnding } from '../format/layout.ts'
import type { Manifest } from '../format/manifest.ts'
import { type ListedBackup, listBackups } from '../read/list-backups.ts'

export interface Retention {
  /** So many of the newest stay. */
  readonly count?: number | undefined
  /** Those younger than this stay. */
  readonly days?: number | undefined
}

type Complete = Extract<ListedBackup, { kind: 'complete' }>

/**
 * Removes old backups of the same database, environment and scope as `newest`. What either limit keeps stays, and so
 * do pinned and damaged ones; with no limit nothing is removed. Gives the folders that are gone.
 */
export async function removeOldBackups(
  parent: string,
  newest: Manifest,
  { count, days }: Retention,
  now: Date,
): Promise<string[]> {
  if (count === undefined && days === undefined) return []
  const same = (await listBackups(parent)).filter(
    (each): each is Complete => each.kind === 'complete' && identity(each.manifest) === identity(newest),
  )
  const oldestDay = days === undefined ? undefined : now.getTime() - days * dayMs
  const isOld = (each: Complete, age: number) => {
    const byCount = count === undefined || age >= Math.max(1, count)
    const byDay = oldestDay === undefined || Date.parse(each.manifest.created) < oldestDay
    return byCount && byDay && !each.pinned && each.manifest.created !== newest.created
  }
  const old = same.toReversed().filter(isOld)
  for (const { folder } of old) removeBackup(folder)
  return old.map(({ folder }) => folder)
}

const dayMs = 24 * 60 * 60 * 1000

function identity({ place, environment, scope }: Manifest): string {
  return JSON.stringify([place, environment, scope])
}

/** From its first missing file on it is no backup any more, so it loses its name first. */
function removeBackup(folder: string): void {
  const partial = folder + partialEnding
  renameSync(folder, partial)
  rmSync(partial, { recursive: true, force: true })
}
