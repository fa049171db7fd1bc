import type { CatalogObject } from '../../catalog/catalog.ts'
import { kindOf } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { parkedName } from '../online/reserved-name.ts'
import type { ParkedThing } from './parked-thing.ts'

interface BothWays {
  readonly id: ObjectId
  readonly there: string
  readonly back: string
}

/** Indexes and sequences have names in their schema, and move along to another one. */
export function renamedParts({ object, name, kept }: ParkedThing, number: number): BothWays[] {
  const isColumn = kindOf(object) === 'column'
  const parts = kept.flatMap(
    (part): (readonly [kind: string, path: string, name: string, id: ObjectId])[] => {
      switch (part.kind) {
        case 'index':
          return [['INDEX', part.schema ?? '', part.name, part.id]]
        case 'constraint':
          return part.attributes.type === 'check' ? [] : [['INDEX', part.schema ?? '', part.name, part.id]]
        case 'sequence':
          return part.id === object ? [] : [['SEQUENCE', part.schema ?? '', part.name, part.id]]
        case 'column': {
          const { identity } = part.attributes
          const isOwn = identity && !isCopyOf(part, object, isColumn)
          return isOwn
            ? [['SEQUENCE', identity.sequenceSchema, identity.sequenceName, `${part.id}#identity`]]
            : []
        }
        default:
          return []
      }
    },
  )
  return parts.map(([kind, schema, own, id]) => {
    const aside = parkedName(`${name} ${id}`, number)
    const there = `ALTER ${kind} ${quoteQualified(schema, own)} RENAME TO ${aside}`
    const back = `ALTER ${kind} ${quoteQualified(schema, aside)} RENAME TO ${quoteIdentifier(own)}`
    return { id, there, back }
  })
}

/** Partitions share the sequence of their table's identity. */
function isCopyOf(part: CatalogObject, object: ObjectId, isColumn: boolean): boolean {
  return isColumn && part.id !== object
}
