import type { Catalog, CatalogObject } from '../../catalog/catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { sortById } from '../../catalog/sort.ts'
import type { Database, ResultTable } from '../../postgres/database.ts'
import { accessMethods } from './access-methods.ts'
import { catalogs, createAddressBook } from './address.ts'
import { casts, transforms } from './casts.ts'
import { collations, conversions } from './collations.ts'
import { columns } from './columns.ts'
import { createVault } from './conceal.ts'
import { constraints } from './constraints.ts'
import { defaultPrivileges } from './default-privileges.ts'
import { dependencyRows, extensionMemberRows, indexDependencies, registerMembers } from './dependencies.ts'
import { descriptionRows, indexDescriptions } from './descriptions.ts'
import { eventTriggers } from './event-triggers.ts'
import { extensionDependencies } from './extension-dependencies.ts'
import { extensions } from './extensions.ts'
import { fingerprintQuery } from './fingerprint.ts'
import { foreignDataWrappers, servers } from './foreign-data.ts'
import { indexes } from './indexes.ts'
import { keepPlans } from './keep-plans.ts'
import { languages } from './languages.ts'
import { namespaces } from './namespaces.ts'
import { operatorClasses, operatorFamilies, operatorFamilyMembers } from './operator-classes.ts'
import { operators } from './operators.ts'
import { policies } from './policies.ts'
import { publicationSchemas, publications, publicationTables } from './publications.ts'
import { readAgain } from './read-again.ts'
import type { PlainColumn, Reader, ReadingContext } from './reader.ts'
import { relations } from './relations.ts'
import { routines } from './routines.ts'
import { sequences } from './sequences.ts'
import { statistics } from './statistics.ts'
import { subscriptions } from './subscriptions.ts'
import {
  textSearchConfigurations,
  textSearchDictionaries,
  textSearchParsers,
  textSearchTemplates,
} from './text-search.ts'
import { triggerStates } from './trigger-states.ts'
import { rules, triggers } from './triggers.ts'
import { domainConstraints, types } from './types.ts'
import { unmodelled } from './unmodelled.ts'
import { userMappings } from './user-mappings.ts'

/** In the order of registration: who is pointed at comes before who points. */
const readers: readonly Reader<never>[] = [
  namespaces,
  extensions,
  relations,
  types,
  columns,
  sequences,
  constraints,
  domainConstraints,
  indexes,
  routines,
  triggers,
  triggerStates,
  rules,
  policies,
  statistics,
  operators,
  operatorFamilies,
  operatorClasses,
  operatorFamilyMembers,
  collations,
  conversions,
  textSearchParsers,
  textSearchTemplates,
  textSearchDictionaries,
  textSearchConfigurations,
  languages,
  accessMethods,
  casts,
  transforms,
  eventTriggers,
  foreignDataWrappers,
  servers,
  userMappings,
  publications,
  publicationTables,
  publicationSchemas,
  subscriptions,
  extensionDependencies,
  defaultPrivileges,
  unmodelled,
]

/**
 * Texts must not depend on who reads: names qualified, dates and intervals in one form. Needs an open transaction.
 * Without JIT: to compile these queries takes longer than to run them.
 */
const readingSettings = `
  SELECT json_build_object('searchPath', current_schemas(false), 'role', current_user); SET LOCAL search_path = ''; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';
  SET LOCAL IntervalStyle = 'postgres'; SET LOCAL quote_all_identifiers = off; SET LOCAL extra_float_digits = 1;
  SET LOCAL bytea_output = 'hex'; SET LOCAL jit = off`

/** Reads a whole database in one message, in one snapshot. */
export async function readCatalog(database: Database): Promise<Catalog> {
  return (await readCatalogAnd([], database)).catalog
}

/** The same with other questions in the same message and snapshot: their answers come as they are. */
export async function readCatalogAnd(
  questions: readonly string[],
  database: Database,
): Promise<{ readonly catalog: Catalog; readonly answers: readonly ResultTable[] }> {
  const statements = catalogStatements(database.serverVersion)
  const planned = await keepPlans(statements, database)
  const message = [beginReading, ...planned, ...questions, 'COMMIT']
  const end = 1 + statements.length
  return readAgain(database, async () => {
    const results = await database.query(message.join(';'))
    return {
      catalog: assembleCatalog(results.slice(1, end), database.serverVersion),
      answers: results.slice(end, -1),
    }
  })
}

export const beginReading = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'

/** The statements of a reading, for messages that carry more than that; they want a transaction around them. */
export function catalogStatements(serverVersion: number): string[] {
  const families = [
    dependencyRows,
    extensionMemberRows,
    descriptionRows,
    ...readers.map((r) => r.rows(serverVersion)),
  ]
  return [...settings, fingerprintQuery(serverVersion), ...families.map(asOneCell)]
}

const settings = readingSettings.split(';').map((setting) => setting.trim())

/** One JSON cell costs the driver a fraction of what as many rows do. */
function asOneCell(query: string): string {
  return `SELECT json_agg(r.row) FROM (${query}) AS r (row)`
}

/** @param results the tables that catalogStatements gave, in order. */
export function assembleCatalog(results: readonly ResultTable[], serverVersion: number): Catalog {
  const cells = results
    .slice(settings.length + 1)
    .map((table) => JSON.parse(table.rows[0]?.[0] ?? '[]') as never[])
  const [dependencies, members, descriptions, ...families] = cells
  const addresses = createAddressBook()
  const unmodelledObjects: string[] = []
  const vault = createVault()
  const schemaNames = new Map(
    (families[0] as (readonly [number, string])[]).map(([oid, name]) => [oid, name]),
  )
  const plainColumns = new Map<number, PlainColumn[]>()
  const parents = new Map<number, readonly number[]>()
  const notNulls = new Map<ObjectId, string>()
  let needs: ReturnType<typeof indexDependencies> = () => []
  const context: ReadingContext = {
    addresses,
    serverVersion,
    schemaName: (oid) => schemaNames.get(oid) ?? 'pg_catalog',
    comment: indexDescriptions(descriptions ?? []),
    needs: (catalog, oid, position = 0) => needs(catalog, oid, position),
    columnsOf: (relation) => plainColumns.get(relation) ?? [],
    addColumn(relation, column) {
      const known = plainColumns.get(relation)
      if (known) known.push(column)
      else plainColumns.set(relation, [column])
    },
    parentsOf: (relation) =>
      (parents.get(relation) ?? []).flatMap((parent) => addresses.find(catalogs.class, parent) ?? []),
    addParents: (relation, oids) => parents.set(relation, oids),
    notNullOf: (column) => notNulls.get(column),
    addNotNull: (column, name) => notNulls.set(column, name),
    conceal: vault.conceal,
    unmodelled: (what) => unmodelledObjects.push(what),
  }
  for (const [i, reader] of readers.entries()) reader.register(families[i] ?? [], context)
  registerMembers(members ?? [], addresses)
  needs = indexDependencies(dependencies ?? [], addresses)
  const objects: CatalogObject[] = []
  readers.forEach((reader, i) => {
    for (const object of reader.build(families[i] ?? [], context)) objects.push(object)
  })
  const reader = JSON.parse(results[0]?.rows[0]?.[0] ?? '{}') as Pick<Catalog, 'searchPath' | 'role'>
  const fingerprint = results[settings.length]?.rows[0]?.[0] ?? ''
  return {
    serverVersion,
    ...reader,
    fingerprint,
    objects: sortById(objects),
    unmodelled: unmodelledObjects.sort(),
    secrets: vault.secrets,
  }
}
