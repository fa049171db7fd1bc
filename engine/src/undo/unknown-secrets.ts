import type { Catalog } from '../catalog/catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Change } from '../diff/change.ts'
import { secretsIn } from '../sql/secret-marker.ts'

/** What these changes took away or altered and had a password before: the journal keeps none. */
export function unknownSecrets(changes: readonly Change[], now: Catalog): ObjectId[] {
  return changes.flatMap((change) => {
    if (change.kind === 'added') return []
    const { id, attributes } = change.kind === 'removed' ? change.object : change.from
    const markers = secretsIn(JSON.stringify(attributes))
    return markers.every((marker) => now.secrets.has(marker)) ? [] : [id]
  })
}
