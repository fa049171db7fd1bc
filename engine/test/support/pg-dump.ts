import type { PGlite } from '@electric-sql/pglite'
import { pgDump } from '@electric-sql/pglite-tools/pg_dump'
import { openRawSession } from './raw-session.ts'

/**
 * What pg_dump says of a schema: a witness that shares no code with our own reading. The program is
 * PostgreSQL 18's, compiled to WebAssembly for PGlite; it reads servers of the older majors as well.
 */
export async function dumpEmbeddedSchema(database: PGlite, options: readonly string[] = []): Promise<string> {
  const file = await pgDump({ pg: database, args: ['--schema-only', ...options] })
  return file.text()
}

/** The same of a database on a server, over TCP without TLS. */
export async function dumpServerSchema(url: string, options: readonly string[] = []): Promise<string> {
  const session = await openRawSession(url)
  try {
    // Of PGlite, pg_dump's host needs the raw protocol and the two calls by which it guards the search path.
    const searchPath = { rows: [{ search_path: 'public' }] }
    const likeEmbedded = {
      query: async () => searchPath,
      exec: async () => [],
      execProtocolRawStream: (bytes: Uint8Array, { onRawData }: { onRawData(bytes: Uint8Array): void }) =>
        onRawData(session.exchange(bytes)),
    }
    return await dumpEmbeddedSchema(likeEmbedded as unknown as PGlite, options)
  } finally {
    session.close()
  }
}

/**
 * Takes out what says nothing of the schema: comments, version and `\restrict` lines, session settings, empty
 * lines. `SET default_…` stays: it belongs to the tables that follow.
 */
export function normaliseDump(text: string): string {
  const noise =
    /^(--.*|\\(un)?restrict .*|SET (?!default_)\w+ = .*;|SELECT pg_catalog\.set_config\(.*\);|\s*)$/
  return text
    .split('\n')
    .filter((line) => !noise.test(line))
    .join('\n')
}
