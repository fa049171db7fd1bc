import type { Catalog } from '../catalog/catalog.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { readCatalog } from '../sources/database/read-catalog.ts'
import type { Run } from './run.ts'

/** What a group leaves behind: the fingerprint for the next one, the proved catalog where it was the last. */
export interface Left {
  readonly fingerprint: string
  readonly catalog?: Catalog
}

/** Reads back what a last group has committed that could not wait for a proof. */
export async function proveAfterwards({ database, prove, port }: Run): Promise<Left> {
  const catalog = await readCatalog(database)
  const objects = await prove(catalog)
  if (objects.length > 0) throw new TrueupError('APPLY-NOT-PROVED', { objects, committed: true })
  const end = port.companions.end(catalog)
  if (end.length > 0) await database.query(['BEGIN', ...end, 'COMMIT'].join(';\n'))
  return { fingerprint: catalog.fingerprint, catalog }
}
