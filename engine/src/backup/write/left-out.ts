import type { Catalog } from '../../catalog/catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { namesSecret } from '../../sql/secret-marker.ts'
import type { LeftOut } from '../format/manifest.ts'
import type { SchemaStatement } from '../schema/statement.ts'

/** A statement that holds a password cannot be kept, and one with a marker in its place cannot be run. */
export function withoutSecrets(statements: readonly SchemaStatement[]) {
  const leftOut = statements.flatMap(({ sql, target }): LeftOut[] =>
    namesSecret(sql) ? [{ object: target, reason: 'secret' }] : [],
  )
  const gone = new Set(leftOut.map(({ object }) => object))
  return { statements: statements.filter(({ target }) => !gone.has(target)), leftOut }
}

/** What a backup of a whole database lacks: large objects, kinds that no catalog has, and what somebody let go of. */
export function unsaved({ unmodelled }: Catalog, parked: readonly ObjectId[]): LeftOut[] {
  return [
    ...unmodelled.map((object) => ({ object, reason: 'unmodelled' as const })),
    ...parked.map((object) => ({ object, reason: 'parked' as const })),
  ]
}
