import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { repository } from '../support/repository.ts'

const run = promisify(execFile)

/** The folder into which a Debian package is unpacked; fetched once, with the system's own tools. */
export async function fetchPackage(name: string): Promise<string> {
  const folder = join(cacheFolder(repository), 'debian', name)
  if (existsSync(folder)) return folder
  mkdirSync(dirname(folder), { recursive: true })
  const work = mkdtempSync(`${folder}-`)
  try {
    await run('apt-get', ['download', name], { cwd: work })
    const archive = readdirSync(work).find((file) => file.endsWith('.deb'))
    await run('dpkg-deb', ['-x', join(work, archive ?? ''), join(work, 'content')])
    keep(join(work, 'content'), folder)
    return folder
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `could not fetch the Debian package "${name}", from which this test takes a schema: it needs apt-get, dpkg-deb, and a mirror of Debian (try "apt-get update")\n${reason}`,
    )
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Another test file may have fetched the same package meanwhile. */
function keep(content: string, folder: string): void {
  try {
    renameSync(content, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}
