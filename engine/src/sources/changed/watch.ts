import type { Catalog } from '../../catalog/catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { rootNames } from '../../catalog/roots.ts'
import type { Database } from '../../postgres/database.ts'
import type { SourceStatement } from '../scratch/run-script.ts'
import { beginNoting, endNoting, readNotes } from './notes-sql.ts'

/** What the statements of a script make, told by PostgreSQL itself. */
export interface Watch {
  /** What is made from now on is made by this statement. */
  next(statement: SourceStatement): Promise<void>
  /** Leaves the database as if nobody had watched; to be called before its catalog is read. */
  end(): Promise<Notes>
}

/** By statement: the names of what it made (catalog/roots.ts); null for what has none, or none any more. */
export type Notes = ReadonlyMap<SourceStatement, readonly (string | null)[]>

/**
 * Event triggers note what every command has made or dropped (PostgreSQL manual, "Event Trigger Functions"); what a
 * failed statement made is taken back together with the notes.
 */
export async function watchStatements(
  scratch: Database,
  statements: readonly SourceStatement[],
): Promise<Watch> {
  await scratch.query(beginNoting)
  const numbers = new Map(statements.map((statement, number) => [statement, number]))
  return {
    async next(statement) {
      await scratch.query(`SET trueup.statement = ${numbers.get(statement)}`)
    },
    async end() {
      const results = await scratch.query(readNotes)
      await scratch.query(endNoting)
      const notes = new Map<SourceStatement, (string | null)[]>()
      for (const [number, name = null] of results.at(-1)?.rows ?? []) {
        const statement = statements[Number(number)]!
        notes.set(statement, [...(notes.get(statement) ?? []), name])
      }
      return notes
    },
  }
}

/** What each statement is about, as ids of this catalog; null where a name is not known to it. */
export function aboutOf(notes: Notes, catalog: Catalog) {
  const names = rootNames(catalog)
  return (statement: SourceStatement): readonly ObjectId[] | null => {
    const about = (notes.get(statement) ?? []).map((name) => names.get(name ?? ''))
    const known = about.filter((id) => id !== undefined)
    return known.length === about.length ? [...new Set(known)].sort() : null
  }
}

/** Not where event triggers of others are made or ours put off, and not where statements become another role. */
export function canBeWatched(statements: readonly SourceStatement[]): boolean {
  return !statements.some(({ sql }) => unwatchable.test(sql))
}

const unwatchable =
  /\b(event\s+trigger|event_triggers|session_replication_role|set\s+(local\s+|session\s+)?(role|authorization|session))\b/i
