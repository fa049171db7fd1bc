import type { Catalog } from '../../catalog/catalog.ts'
import { indexCatalog } from '../../catalog/index-catalog.ts'
import { rolesOf } from '../../catalog/roles.ts'
import { createObjects } from '../../plan/create-objects.ts'
import { withSharedNamesSaid } from '../../plan/named-not-nulls.ts'
import { orderActions } from '../../plan/order.ts'
import { precedes } from '../../plan/precedence.ts'
import { planPrivileges } from '../../plan/privileges.ts'
import type { Database } from '../../postgres/database.ts'
import { pathLike } from '../../sql/search-path.ts'
import { makeRoles } from './make-roles.ts'

/** Makes an empty scratch look like a catalog, without a row; with owners and grants where they count. */
export async function loadCatalog(
  catalog: Catalog,
  scratch: Database,
  { grants }: { readonly grants: boolean } = { grants: false },
): Promise<void> {
  const roles = [...catalog.objects.values()].flatMap((object) =>
    rolesOf(object, catalog.serverVersion, grants),
  )
  await makeRoles(roles, scratch)
  const index = withSharedNamesSaid(indexCatalog(catalog))
  const ids = new Set([...catalog.objects.keys()].filter((id) => id !== 'schema:public'))
  const creations = createObjects(ids, index)
  const privileges = grants ? planPrivileges(creations, [], indexCatalog(emptied(catalog)), index, true) : []
  const actions = orderActions([...creations, ...privileges], precedes)
  const statements = actions.map(({ sql }) => sql).filter((sql) => sql !== '')
  for (let i = 0; i < statements.length; i += batch)
    await scratch.query(
      [pathLike(catalog), 'SET check_function_bodies = off', ...statements.slice(i, i + batch)].join(';\n'),
    )
  await scratch.query('RESET search_path')
}

/** One message is one transaction, and an embedded PostgreSQL has room for few locks in one. */
const batch = 50

function emptied(catalog: Catalog): Catalog {
  return { ...catalog, objects: new Map(), role: 'postgres' }
}
