import type { CatalogObject } from '../catalog/catalog.ts'
import { pathOf } from '../catalog/identify.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { quoteIdentifier, quoteQualified } from '../sql/quote.ts'
import type { Rename } from './renames.ts'

export function renameObject(object: CatalogObject, name: string): Rename {
  const base = { object: object.id, known: object.id, from: object.name, to: name }
  const owner = pathOf(object.parent ?? '')
  const both = (statement: (from: string, to: string) => string) => ({
    ...base,
    sql: statement(object.name, name),
    inverse: statement(name, object.name),
  })
  switch (object.kind) {
    case 'column':
      return both(
        (a, b) => `ALTER TABLE ${owner} RENAME COLUMN ${quoteIdentifier(a)} TO ${quoteIdentifier(b)}`,
      )
    case 'schema':
      return both((a, b) => `ALTER SCHEMA ${quoteIdentifier(a)} RENAME TO ${quoteIdentifier(b)}`)
    case 'table':
    case 'view':
    case 'materialized-view':
    case 'sequence':
    case 'index':
    case 'foreign-table':
    case 'domain':
    case 'statistics': {
      const kind = object.kind.replaceAll('-', ' ').toUpperCase()
      return both(
        (a, b) => `ALTER ${kind} ${quoteQualified(object.schema ?? '', a)} RENAME TO ${quoteIdentifier(b)}`,
      )
    }
    case 'enum':
    case 'composite':
    case 'range':
      return both(
        (a, b) => `ALTER TYPE ${quoteQualified(object.schema ?? '', a)} RENAME TO ${quoteIdentifier(b)}`,
      )
    case 'constraint':
      return both(
        (a, b) => `ALTER TABLE ${owner} RENAME CONSTRAINT ${quoteIdentifier(a)} TO ${quoteIdentifier(b)}`,
      )
    default:
      throw new TrueupError('DECISION-RENAME-KIND', { path: pathOf(object.id), kind: object.kind })
  }
}
