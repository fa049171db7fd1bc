import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** PostgreSQL's own programs: those of version 15 where Debian puts them, otherwise the first on the PATH. */
export function postgresProgram(name: 'pg_dump' | 'pg_restore'): string | undefined {
  const debian = join('/usr/lib/postgresql/15/bin', name)
  const program = existsSync(debian) ? debian : name
  try {
    const version = execFileSync(program, ['--version'], { encoding: 'utf8' })
    return Number(/(\d+)/.exec(version)?.[1]) >= 15 ? program : undefined
  } catch {
    return undefined
  }
}
