import type { Catalog } from '../catalog/catalog.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { Database } from '../postgres/database.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import { emptyDatabase } from '../sources/scratch/empty-database.ts'
import { quoteIdentifier, quoteLiteral } from '../sql/quote.ts'
import { type Piece, type Rehearsed, rehearsedPart, rehearseIn } from './rehearse.ts'

/**
 * Rehearses on a real database that must be empty, and is emptied again whatever happens. A mark in it tells a
 * rehearsal that was killed from somebody's data.
 * @throws REHEARSAL-NOT-EMPTY before it touches anything.
 */
export async function rehearseOn(database: Database, piece: Piece, desired: Catalog): Promise<Rehearsed> {
  const publicSchema = await readPublicSchema(database)
  const clean = () => database.query(`${emptyDatabase}; ${restore(publicSchema)}`)
  if (await isMarked(database)) await clean()
  const found = [...(await readCatalog(database)).objects.keys()].filter((id) => id !== 'schema:public')
  if (found.length > 0) throw new TrueupError('REHEARSAL-NOT-EMPTY', { objects: found })
  await database.query(`CREATE SCHEMA trueup; COMMENT ON SCHEMA trueup IS ${quoteLiteral(mark)}`)
  try {
    return await rehearseIn(database, piece, rehearsedPart(piece, desired))
  } finally {
    await clean()
  }
}

const mark = 'a rehearsal of trueup is going on here; what is in this database may be dropped'

async function isMarked(database: Database): Promise<boolean> {
  const [result] = await database.query(
    `SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = 'trueup'`,
  )
  return result?.rows[0]?.[0] === mark
}

interface PublicSchema {
  readonly exists: boolean
  readonly owner: string
  readonly everybody: readonly string[]
  readonly comment: string | null
}

async function readPublicSchema(database: Database): Promise<PublicSchema> {
  const [result] = await database.query(`
    SELECT pg_get_userbyid(n.nspowner), obj_description(n.oid, 'pg_namespace'),
      (SELECT json_agg(a.privilege_type) FROM aclexplode(n.nspacl) a WHERE a.grantee = 0)
    FROM pg_namespace n WHERE n.nspname = 'public'`)
  const row = result?.rows[0]
  const [owner, comment, everybody] = row ?? []
  return {
    exists: row !== undefined,
    owner: owner ?? '',
    everybody: JSON.parse(everybody ?? '[]') as string[],
    comment: comment ?? null,
  }
}

/** Emptying makes `public` anew: it gets back what everybody expects of it. */
function restore({ exists, owner, everybody, comment }: PublicSchema): string {
  if (!exists) return 'DROP SCHEMA public'
  return [
    `ALTER SCHEMA public OWNER TO ${quoteIdentifier(owner)}`,
    ...everybody.map((privilege) => `GRANT ${privilege} ON SCHEMA public TO PUBLIC`),
    ...(comment === null ? [] : [`COMMENT ON SCHEMA public IS ${quoteLiteral(comment)}`]),
  ].join('; ')
}
