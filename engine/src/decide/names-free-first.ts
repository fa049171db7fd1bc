import type { Catalog } from '../catalog/catalog.ts'
import { kindOf, nameOf, pathOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { renameObject } from './rename-object.ts'
import type { Rename } from './renames.ts'

/**
 * Parts before their owners, and who has a name before who gets it. Where several take over each other's, one of them
 * has a name of nobody's meanwhile.
 */
export function namesFreeFirst(renames: readonly Rename[], from: Catalog): Rename[] {
  const ordered: Rename[] = []
  const waiting = renames.toSorted((a, b) => depth(b.object) - depth(a.object))
  while (waiting.length > 0) {
    const isTaken = (rename: Rename) =>
      waiting.some(
        (other) => other !== rename && other.from === rename.to && isBeside(other.object, rename.object),
      )
    const next = waiting.findIndex((rename) => !isTaken(rename))
    const [aside, home] = (next < 0 ? inTwo(waiting[0]!, from) : undefined) ?? []
    if (aside && home) {
      ordered.push(aside)
      waiting[0] = home
    } else ordered.push(...waiting.splice(Math.max(0, next), 1))
  }
  return ordered
}

/** undefined for labels of enums: nobody exchanges those. */
function inTwo(rename: Rename, from: Catalog): readonly [aside: Rename, home: Rename] | undefined {
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
