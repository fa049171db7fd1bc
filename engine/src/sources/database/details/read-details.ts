import type { Catalog } from '../../../catalog/catalog.ts'
import type { ObjectId } from '../../../catalog/object.ts'
import type { Database, ResultTable } from '../../../postgres/database.ts'
import { readAgain } from '../read-again.ts'
import { assembleCatalog, beginReading, catalogStatements } from '../read-catalog.ts'
import { constraintDetails } from './constraint-details.ts'
import type { CatalogDetails } from './details.ts'
import { columnExpressions, partitionKeys, policyExpressions, viewQueries } from './expression-details.ts'
import type { Family } from './families.ts'
import { indexDetails } from './index-details.ts'
import { triggerDetails } from './trigger-details.ts'

const families = [
  indexDetails,
  constraintDetails,
  triggerDetails,
  partitionKeys,
  policyExpressions,
  columnExpressions,
  viewQueries,
] as const

/** Reads a whole database as `readCatalog` does, with the insides of its definitions: one message, one snapshot. */
export async function readCatalogWithDetails(
  database: Database,
): Promise<{ readonly catalog: Catalog; readonly details: CatalogDetails }> {
  const { serverVersion } = database
  const statements = catalogStatements(serverVersion)
  const queries = families.map(
    ({ rows }) => `SELECT json_agg(r.row) FROM (${rows(serverVersion)}) AS r (row)`,
  )
  const message = [beginReading, ...statements, ...queries, 'COMMIT'].join(';')
  const end = 1 + statements.length
  return readAgain(database, async () => {
    const results = await database.query(message)
    const catalog = assembleCatalog(results.slice(1, end), serverVersion)
    return { catalog, details: assembleDetails(results.slice(end, -1)) }
  })
}

function assembleDetails(results: readonly ResultTable[]): CatalogDetails {
  const [indexes, constraints, triggers, keys, policies, columns, views] = results
  const [ofIndex, ofConstraint, ofTrigger, ofKey, ofPolicy, ofColumn, ofView] = families
  return {
    indexes: collect(ofIndex, indexes),
    constraints: collect(ofConstraint, constraints),
    triggers: collect(ofTrigger, triggers),
    partitionKeys: collect(ofKey, keys),
    policies: collect(ofPolicy, policies),
    expressions: new Map([...collect(ofColumn, columns), ...collect(ofView, views)]),
  }
}

function collect<Row extends readonly unknown[], Detail>(
  family: Family<Row, Detail>,
  table: ResultTable | undefined,
): ReadonlyMap<ObjectId, Detail> {
  const rows = JSON.parse(table?.rows[0]?.[0] ?? '[]') as Row[]
  return new Map(rows.flatMap((row) => family.read(row)))
}
