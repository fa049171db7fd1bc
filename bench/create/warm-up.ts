import type { TestServer } from '../../engine/test/support/server.ts'
import type { Contestant } from './contestants.ts'
import { measuredRun } from './measured-run.ts'

export interface Absence {
  readonly name: string
  readonly reason: string
}

/** Runs everybody once, so that disks and caches are warm, and finds out who can take part at all. */
export async function warmUp(
  contestants: readonly Contestant[],
  server: TestServer,
  onProgress: (line: string) => void,
): Promise<{ readonly able: readonly Contestant[]; readonly absent: readonly Absence[] }> {
  const able: Contestant[] = []
  const absent: Absence[] = []
  for (const contestant of contestants) {
    onProgress(`warming up: ${contestant.name}`)
    const reason = await reasonToLeaveOut(contestant, server)
    if (reason === undefined) able.push(contestant)
    else absent.push({ name: contestant.name, reason })
  }
  for (const { name, reason } of absent) onProgress(`left out: ${name}: ${reason}`)
  return { able, absent }
}

async function reasonToLeaveOut(contestant: Contestant, server: TestServer): Promise<string | undefined> {
  if (contestant.version === undefined) return `${contestant.source} is not installed`
  const database = await server.createDatabase()
  try {
    await measuredRun(contestant.program('create', database.url))
    return undefined
  } catch (error) {
    return `it failed: ${String(error).replaceAll(database.url, '<url>').replace(/\s+/g, ' ').slice(0, 300)}`
  } finally {
    await database.drop()
  }
}
