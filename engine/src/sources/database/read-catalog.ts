import type { Catalog, CatalogObject } from '../../catalog/catalog.ts'
import { sortById } from '../../catalog/sort.ts'
import type { Database, ResultTable } from '../../postgres/database.ts'
import { createAddressBook } from './address.ts'
import { columns } from './columns.ts'
import { constraints } from './constraints.ts'
import { dependencyRows, extensionMemberRows, indexDependencies, registerMembers } from './dependencies.ts'
import { descriptionRows, indexDescriptions } from './descriptions.ts'
import { extensions } from './extensions.ts'
import { fingerprintQuery } from './fingerprint.ts'
import { indexes } from './indexes.ts'
import { namespaces } from './namespaces.ts'
import { policies } from './policies.ts'
import type { PlainColumn, Reader, ReadingContext } from './reader.ts'
import { relations } from './relations.ts'
import { routines } from './routines.ts'
import { sequences } from './sequences.ts'
import { statistics } from './statistics.ts'
import { rules, triggers } from './triggers.ts'
import { domainConstraints, types } from './types.ts'

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
  rules,
  policies,
  statistics,
]

/** Texts must not depend on who reads: names qualified, dates and intervals in one form. Needs an open transaction. */
const readingSettings = `
  SELECT to_json(current_schemas(false)); SET LOCAL search_path = ''; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';
  SET LOCAL IntervalStyle = 'postgres'; SET LOCAL quote_all_identifiers = off; SET LOCAL extra_float_digits = 1;
  SET LOCAL bytea_output = 'hex'`

/** Reads a whole database in one message, in one snapshot. */
export async function readCatalog(database: Database): Promise<Catalog> {
  const statements = catalogStatements(database.serverVersion)
  const results = await database.query([beginReading, ...statements, 'COMMIT'].join(';'))
  return assembleCatalog(results.slice(1, -1), database.serverVersion)
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
  const unmodelled: string[] = []
  const schemaNames = new Map(
    (families[0] as (readonly [number, string])[]).map(([oid, name]) => [oid, name]),
  )
  const plainColumns = new Map<number, PlainColumn[]>()
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
    unmodelled: (what) => unmodelled.push(what),
  }
  for (const [i, reader] of readers.entries()) reader.register(families[i] ?? [], context)
  registerMembers(members ?? [], addresses)
  needs = indexDependencies(dependencies ?? [], addresses)
  const objects: CatalogObject[] = []
  readers.forEach((reader, i) => {
    for (const object of reader.build(families[i] ?? [], context)) objects.push(object)
  })
  const searchPath = JSON.parse(results[0]?.rows[0]?.[0] ?? '[]') as string[]
  const fingerprint = results[settings.length]?.rows[0]?.[0] ?? ''
  return { serverVersion, searchPath, fingerprint, objects: sortById(objects), unmodelled }
}
