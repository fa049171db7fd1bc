import type { Catalog, CatalogObject } from '../../catalog/catalog.ts'
import { type CatalogIndex, indexCatalog } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import type { TableObject } from '../../catalog/relations.ts'
import { sortById } from '../../catalog/sort.ts'
import { type Action, action } from '../../plan/action.ts'
import { createObjects } from '../../plan/create-objects.ts'
import { indexSettings } from '../../plan/index-settings.ts'
import { tableSettings } from '../../plan/kinds/table.ts'
import { orderActions } from '../../plan/order.ts'
import { precedes } from '../../plan/precedence.ts'
import { planPrivileges } from '../../plan/privileges.ts'
import { lateObjects } from './late-objects.ts'
import { lockedTables } from './locked-tables.ts'
import type { SchemaStatement, Section } from './statement.ts'

/** All statements that make a catalog in an empty database, in the order in which they work. */
export function schemaStatements(catalog: Catalog): SchemaStatement[] {
  const index = indexCatalog(catalog)
  const late = lateObjects(index)
  const isEarly = ({ id }: CatalogObject) => !late.has(id)
  const bare = [...catalog.objects.values()].filter(isEarly).map(withoutLateSettings)
  const beforeData = createObjects(made(bare), indexCatalog({ ...catalog, objects: sortById(bare) }))
  const afterData = [...createObjects(late, index), ...tables(catalog).flatMap(lateSettings)]
  const statements = (section: Section, actions: readonly Action[]) =>
    orderActions(actions, precedes).map((each) => asStatement(section, each, index))
  return [
    ...statements('pre-data', beforeData),
    ...statements('post-data', afterData),
    ...statements('privileges', privileges([...beforeData, ...afterData], index)),
  ]
}

/** Every database has a schema `public` from the start, and the language that comes with PostgreSQL. */
function made(objects: readonly CatalogObject[]): Set<ObjectId> {
  const always = ['schema:public', 'extension:plpgsql']
  return new Set(objects.map(({ id }) => id).filter((id) => !always.includes(id)))
}

function tables(catalog: Catalog): TableObject[] {
  return [...catalog.objects.values()].filter((object): object is TableObject => object.kind === 'table')
}

/** Row security could hide or refuse rows, and the other settings name indexes. */
function withoutLateSettings(object: CatalogObject): CatalogObject {
  if (object.kind !== 'table') return object
  const none = {
    rowSecurity: false,
    forceRowSecurity: false,
    replicaIdentity: 'default',
    clusterOn: null,
  } as const
  return { ...object, attributes: { ...object.attributes, ...none } }
}

function lateSettings(table: TableObject): Action[] {
  const plain = tableSettings(table, []).map((sql) => action('alter', table.id, sql, { needs: [table.id] }))
  return [...plain, ...indexSettings(table)]
}

/** What belongs to whoever makes the backup will belong to whoever restores it. */
function privileges(actions: readonly Action[], index: CatalogIndex): Action[] {
  const { serverVersion, role } = index.catalog
  const empty = indexCatalog({ ...index.catalog, serverVersion, role, objects: new Map() })
  return planPrivileges(actions, [], empty, index, true)
}

function asStatement(
  section: Section,
  { target, sql, makes, needs }: Action,
  index: CatalogIndex,
): SchemaStatement {
  return { section, target, sql, makes, needs, locks: lockedTables(target, index) }
}
