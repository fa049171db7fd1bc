import type { Catalog, CatalogObject } from '../catalog/catalog.ts'
import { nameOf, pathOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import { quoteIdentifier, quoteLiteral } from '../sql/quote.ts'
import type { Decision } from './decision.ts'
import { namesFreeFirst } from './names-free-first.ts'
import { renameObject } from './rename-object.ts'

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

/** Decisions about names as statements, in an order in which they can be run. Paths are those of the database as it is. */
export function decidedRenames(decisions: readonly Decision[], from: Catalog): Rename[] {
  const renames = decisions.flatMap((decision) => {
    if (decision.kind !== 'rename') return []
    const label = enumLabel(decision.path, from)
    if (label) return [renameLabel(label.type, label.label, decision.name)]
    const object = findByPath(decision.path, from)
    if (!object) throw new TrueupError('DECISION-UNKNOWN', { path: decision.path })
    return [renameObject(object, decision.name)]
  })
  return namesFreeFirst(renames, from)
}

export function findByPath(path: string, catalog: Catalog): CatalogObject | undefined {
  const direct = catalog.objects.get(path)
  if (direct) return direct
  const matches = [...catalog.objects.values()].filter(
    (object) => pathOf(object.id) === path && object.kind !== 'default',
  )
  return matches[0]
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
