import type { Catalog } from '../catalog/catalog.ts'
import { indexCatalog } from '../catalog/index-catalog.ts'
import { createObjects } from '../plan/create-objects.ts'
import { orderActions } from '../plan/order.ts'
import { precedes } from '../plan/precedence.ts'
import type { Database } from '../postgres/database.ts'

/** Makes an empty scratch look like a catalog, without a row. */
export async function loadCatalog(catalog: Catalog, scratch: Database): Promise<void> {
  const ids = new Set([...catalog.objects.keys()].filter((id) => id !== 'schema:public'))
  const actions = orderActions(createObjects(ids, indexCatalog(catalog)), precedes)
  const statements = actions.map(({ sql }) => sql).filter((sql) => sql !== '')
  for (let i = 0; i < statements.length; i += batch)
    await scratch.query([`SET search_path = ''`, ...statements.slice(i, i + batch)].join(';\n'))
  await scratch.query('RESET search_path')
}

/** One message is one transaction, and an embedded PostgreSQL has room for few locks in one. */
const batch = 50
