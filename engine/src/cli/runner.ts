import { hostname, userInfo } from 'node:os'
import type { Runner } from '../journal/start-run.ts'
import type { Target } from './target.ts'
import { version } from './version.ts'

/** Who starts this command, for the journal. */
export function runnerOf({ environment }: Target): Runner {
  return { environment, toolVersion: version, osUser: nameOfUser(), osHost: hostname() }
}

/** A user without an entry in the system's list (a container) has a number and no name. */
function nameOfUser(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? '')
  }
}
