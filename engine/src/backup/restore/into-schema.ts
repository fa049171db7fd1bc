import { kindOf, nameOf } from '../../catalog/identify.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import { isDatabaseError } from '../../postgres/database-error.ts'
import { readCatalog } from '../../sources/database/read-catalog.ts'
import { withScratch } from '../../sources/scratch/with-scratch.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import type { SequenceEntry } from '../format/manifest.ts'
import { schemaStatements } from '../schema/schema-statements.ts'
import type { SchemaStatement } from '../schema/statement.ts'
import type { Choice } from './choose-statements.ts'
import { runTogether } from './run-statements.ts'

export interface Moved extends Choice {
  readonly sequences: readonly SequenceEntry[]
}

/**
 * The same tables in another schema. Nothing of the SQL is read here: PostgreSQL itself renames the schema in the
 * scratch, in every expression that speaks of it. Bodies of functions are texts to it and stay as they are.
 */
export async function moveInto(
  { tables, statements }: Choice,
  sequences: readonly SequenceEntry[],
  into: string,
  cache: string,
): Promise<Moved> {
  const [schema, ...others] = [...new Set(tables.map((table) => table.schema))]
  if (schema === undefined || others.length > 0)
    throw new TrueupError('RESTORE-INTO-SEVERAL', { schemas: [schema ?? '', ...others] })
  const [from, to] = [quoteIdentifier(schema), quoteIdentifier(into)]
  const extensions = statements.map(({ target }) => target).filter((id) => kindOf(id) === 'extension')
  const made = new Set(statements.flatMap(({ makes }) => makes))
  const refersHere = ({ locks }: SchemaStatement) => locks.every((id) => made.has(id))
  const needed = statements.filter((each) => each.section !== 'privileges' && refersHere(each))
  const catalog = await withScratch(cache, { extensions: extensions.map(nameOf) }, async (scratch) => {
    try {
      await runTogether(
        needed.filter(({ sql }) => sql !== ''),
        scratch,
      )
      await scratch.query(`ALTER SCHEMA ${from} RENAME TO ${to}; CREATE SCHEMA ${from}`)
      for (const id of extensions)
        await scratch.query(`ALTER EXTENSION ${quoteIdentifier(nameOf(id))} SET SCHEMA ${from}`)
      return await readCatalog(scratch)
    } catch (error) {
      if (!isDatabaseError(error)) throw error
      throw new TrueupError(
        'RESTORE-INTO-IMPOSSIBLE',
        { schema: into, problem: error.message },
        { cause: error },
      )
    }
  })
  const moved = (path: string) => (path.startsWith(`${from}.`) ? `${to}${path.slice(from.length)}` : path)
  const orNull = (path: string | null) => (path === null ? null : moved(path))
  return {
    statements: schemaStatements(catalog).filter(({ section }) => section !== 'privileges'),
    tables: tables.map((each) => ({
      ...each,
      schema: into,
      table: moved(each.table),
      through: orNull(each.through),
    })),
    sequences: sequences.map((each) => ({
      ...each,
      sequence: moved(each.sequence),
      table: orNull(each.table),
    })),
  }
}
