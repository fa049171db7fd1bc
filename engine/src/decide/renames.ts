import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import { kindOf, nameOf, pathOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { quoteIdentifier, quoteLiteral, quoteQualified } from '../sql/quote.ts'
import type { Decision } from './decision.ts'

/** One name that changes, as a statement in either direction. */
export interface Rename {
  /** The object under its old name. */
  readonly object: ObjectId
  /** The same under the name that it has before all of them. */
  readonly known: ObjectId
  readonly from: string
  readonly to: string
  /** Renames it for good. */
  readonly sql: string
  /** Gives the object of the new side its old name, in a scratch. */
  readonly inverse: string
}

/**
 * Decisions about names as statements, parts before their owners, and who has a name before who gets it: that is the
 * order in which they can be run. Where several take over each other's, one of them has a name of nobody's meanwhile.
 * Paths are those of the database as it is.
 */
export function decidedRenames(decisions: readonly Decision[], from: Catalog): Rename[] {
  const renames = decisions.flatMap((decision) => {
    if (decision.kind !== 'rename') return []
    const label = enumLabel(decision.path, from)
    if (label) return [renameLabel(label.type, label.label, decision.name)]
    const object = findByPath(decision.path, from)
    if (!object) throw new TrueupError('DECISION-UNKNOWN', { path: decision.path })
    return [renameObject(object, decision.name)]
  })
  const sorted = renames.toSorted((a, b) => depth(b.object) - depth(a.object))
  return namesFreeFirst(sorted, (rename) => inTwo(rename, from))
}

function namesFreeFirst(
  renames: readonly Rename[],
  split: (rename: Rename) => readonly [aside: Rename, home: Rename] | undefined,
): Rename[] {
  const ordered: Rename[] = []
  const waiting = [...renames]
  while (waiting.length > 0) {
    const isTaken = (rename: Rename) =>
      waiting.some(
        (other) => other !== rename && other.from === rename.to && isBeside(other.object, rename.object),
      )
    const next = waiting.findIndex((rename) => !isTaken(rename))
    const [aside, home] = (next < 0 ? split(waiting[0]!) : undefined) ?? []
    if (aside && home) {
      ordered.push(aside)
      waiting[0] = home
    } else ordered.push(...waiting.splice(Math.max(0, next), 1))
  }
  return ordered
}

/** By way of a name of nobody's; undefined for labels of enums, whose places nobody exchanges. */
function inTwo(rename: Rename, from: Catalog): readonly [Rename, Rename] | undefined {
  const object = from.objects.get(rename.object)
  if (object?.name !== rename.from) return undefined
  const name = 'trueup_aside'
  const owner = object.id.slice(0, -quoteIdentifier(object.name).length)
  const home = renameObject({ ...object, id: `${owner}${name}`, name }, rename.to)
  return [renameObject(object, name), { ...home, known: object.id }]
}

/** Whether two objects may be in each other's way by their names. */
function isBeside(a: ObjectId, b: ObjectId): boolean {
  const ownerOf = (id: ObjectId) => pathOf(id).slice(0, -quoteIdentifier(nameOf(id)).length)
  return depth(a) === depth(b) && ownerOf(a) === ownerOf(b)
}

function depth(id: ObjectId): number {
  return kindOf(id) === 'schema' ? 0 : kindOf(id) === 'column' || kindOf(id) === 'constraint' ? 2 : 1
}

export function findByPath(path: string, catalog: Catalog): CatalogObject | undefined {
  const direct = catalog.objects.get(path)
  if (direct) return direct
  const matches = [...catalog.objects.values()].filter(
    (object) => pathOf(object.id) === path && object.kind !== 'default',
  )
  return matches[0]
}

function renameObject(object: CatalogObject, name: string): Rename {
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

function enumLabel(
  path: string,
  catalog: Catalog,
): { readonly type: ObjectId; readonly label: string } | undefined {
  const label = nameOf(path)
  const owner = path.slice(0, path.length - quoteIdentifier(label).length - 1)
  const type = catalog.objects.get(`enum:${owner}`)
  return type?.kind === 'enum' && type.attributes.labels.includes(label)
    ? { type: type.id, label }
    : undefined
}

function renameLabel(type: ObjectId, from: string, to: string): Rename {
  const statement = (a: string, b: string) =>
    `ALTER TYPE ${pathOf(type)} RENAME VALUE ${quoteLiteral(a)} TO ${quoteLiteral(b)}`
  return { object: type, known: type, from, to, sql: statement(from, to), inverse: statement(to, from) }
}
