import type { Catalog } from '../../catalog/catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { TrueupError } from '../../errors/trueup-error.ts'
import type { SchemaStatement } from '../schema/statement.ts'
import type { Choice } from './choose-statements.ts'

/**
 * What is left to do in a database that holds something already: what exists stays as it is, and a table that exists
 * stops everything. References to tables that are nowhere are left out.
 */
export function withoutExisting({ tables, statements }: Choice, target: Catalog): SchemaStatement[] {
  const existing = tables.map(({ table }) => table).filter((table) => target.objects.has(`table:${table}`))
  if (existing.length > 0) throw new TrueupError('RESTORE-EXISTS', { tables: existing })
  const made = new Set(statements.flatMap(({ makes }) => makes))
  const isThere = (id: ObjectId) => target.objects.has(id)
  const isDone = ({ section, makes, target: id }: SchemaStatement) =>
    makes.length === 0 || section === 'privileges' ? isThere(id) : makes.every(isThere)
  const canRefer = ({ locks }: SchemaStatement) => locks.every((id) => made.has(id) || isThere(id))
  return statements.filter((each) => each.sql !== '' && !isDone(each) && canRefer(each))
}

export function refuseOlderServer(from: number, to: number): void {
  const major = (version: number) => Math.floor(version / 10_000)
  if (major(to) < major(from))
    throw new TrueupError('RESTORE-OLDER-SERVER', { from: major(from), to: major(to) })
}
