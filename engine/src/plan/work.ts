import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { typeBelow } from './direct-cast.ts'
import { keepsFile } from './keeps-file.ts'
import { relationOf } from './locks.ts'
import type { StepDraft } from './plan.ts'
import { isVolatile } from './volatile.ts'

/**
 * What a statement does with rows that are there, by the manual's word on each command (ALTER TABLE, Notes). Changes
 * of the catalogs alone take a moment whatever the size of the table.
 */
export interface Work {
  readonly kind: 'moment' | 'scan' | 'index-build' | 'rewrite' | 'update' | 'copy'
  readonly tables: readonly ObjectId[]
}

export const moment: Work = { kind: 'moment', tables: [] }

export function workOf({ kind, target, sql }: StepDraft, from: CatalogIndex, to: CatalogIndex): Work {
  const relation = relationOf(target, from) ?? relationOf(target, to)
  if (relation === undefined || !from.has(relation)) return populated(sql, target, to)
  const on = (work: Work['kind']): Work => ({ kind: work, tables: [relation] })
  if (/^UPDATE /.test(sql)) return on('update')
  if (/^INSERT INTO /.test(sql)) return on('copy')
  if (/^CREATE (?:UNIQUE )?INDEX (?:"(?:[^"]|"")*"|\S+) ON ONLY /.test(sql)) return moment // of a partitioned table
  if (/^(?:CREATE (?:UNIQUE )?INDEX|REINDEX)/.test(sql)) return on('index-build')
  if (/^ALTER TABLE .* VALIDATE CONSTRAINT /s.test(sql)) return on('scan')
  if (kind === 'create-constraint') return constraintWork(target, sql, to, on)
  if (kind === 'create-column' && /^ALTER TABLE .* ADD COLUMN /s.test(sql))
    return / (?:DEFAULT|GENERATED) /.test(sql) && fillsEveryRow(target, to) ? on('rewrite') : moment
  if (/^ALTER TABLE .* ALTER COLUMN .* SET NOT NULL/s.test(sql)) return on('scan')
  if (/^ALTER TABLE .* ADD (?:CONSTRAINT .* )?NOT NULL (?!.*NOT VALID)/s.test(sql)) return on('scan')
  if (/^ALTER TABLE .* ALTER COLUMN .* TYPE /s.test(sql))
    return isFree(target, sql, from, to) ? moment : on('rewrite')
  if (/^ALTER TABLE .* (?:SET (?:LOGGED|UNLOGGED|ACCESS METHOD|TABLESPACE)|SET EXPRESSION AS) ?/s.test(sql))
    return storedExpression(target, sql, to) ? on('rewrite') : moment
  if (/^ALTER TABLE .* ATTACH PARTITION /s.test(sql)) return on('scan')
  return moment
}

/** A new table of rows that are elsewhere. */
function populated(sql: string, target: ObjectId, to: CatalogIndex): Work {
  const object = to.get(target)
  if (object?.kind !== 'materialized-view' || / WITH NO DATA/.test(sql)) return moment
  return { kind: 'copy', tables: object.needs.filter((id) => id.startsWith('table:')) }
}

function constraintWork(
  target: ObjectId,
  sql: string,
  to: CatalogIndex,
  on: (work: Work['kind']) => Work,
): Work {
  const object = to.get(target)
  if (object?.kind !== 'constraint' || / USING INDEX /.test(sql) || / NOT VALID$/.test(sql)) return moment
  switch (object.attributes.type) {
    case 'check':
    case 'foreign-key':
      return object.attributes.validated ? on('scan') : moment
    default:
      return isWithoutParts(sql, object.parent, to) ? moment : on('index-build')
  }
}

/** The key of a partitioned table alone, to which those of its partitions are attached. */
function isWithoutParts(sql: string, table: ObjectId | null, to: CatalogIndex): boolean {
  const object = to.get(table ?? '')
  const isPartitioned = object?.kind === 'table' && object.attributes.partitionKey !== null
  return isPartitioned && /^ALTER TABLE ONLY /.test(sql)
}

/** A default that is the same for all rows is kept once, in the catalogs (since PostgreSQL 11). */
function fillsEveryRow(target: ObjectId, to: CatalogIndex): boolean {
  const column = to.get(target)
  if (column?.kind !== 'column') return false
  if (column.attributes.identity || column.attributes.generated?.kind === 'stored') return true
  if (isConstrained(column.attributes.type, to)) return true
  return to.partsOfKind(target, 'default').some((each) => isVolatile(each, to))
}

/** SET EXPRESSION writes the table only where values are stored. */
function storedExpression(target: ObjectId, sql: string, to: CatalogIndex): boolean {
  if (!sql.includes('SET EXPRESSION')) return true
  const column = to.get(target)
  return column?.kind === 'column' && column.attributes.generated?.kind === 'stored'
}

/** Most retyping writes every row anew; a domain without constraints is kept as the type below it. */
function isFree(target: ObjectId, sql: string, from: CatalogIndex, to: CatalogIndex): boolean {
  const [before, after] = [from.get(target), to.get(target)]
  if (before?.kind !== 'column' || after?.kind !== 'column') return false
  const wanted = after.attributes.type
  if (isConstrained(wanted, to)) return false
  const isPlainCast = sql.endsWith(` USING ${quoteIdentifier(after.name)}::${wanted}`)
  if (/ USING /.test(sql) && !isPlainCast) return false
  return keepsFile(typeBelow(before.attributes.type, from), typeBelow(wanted, to))
}

function isConstrained(type: string, index: CatalogIndex): boolean {
  const domain = index.get(`domain:${type}`)
  return (
    domain?.kind === 'domain' &&
    (domain.attributes.notNull ||
      index.partsOf(domain.id).length > 0 ||
      isConstrained(domain.attributes.type, index))
  )
}
