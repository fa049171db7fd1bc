import { pathOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Rename } from '../decide/renames.ts'
import { quoteIdentifier } from '../sql/quote.ts'

/** The id that an object, or a part of it, has once these renames are done; parts come before their owners. */
export function currentName(id: ObjectId, renames: readonly Rename[]): ObjectId {
  return renames.reduce((current, { object, to }) => {
    const [old, path] = [pathOf(object), pathOf(current)]
    if (path !== old && !path.startsWith(`${old}.`)) return current
    const owner = old.replace(/(?:"(?:[^"]|"")*"|[^".]+)$/, '')
    return `${current.slice(0, -path.length)}${owner}${quoteIdentifier(to)}${path.slice(old.length)}`
  }, id)
}
