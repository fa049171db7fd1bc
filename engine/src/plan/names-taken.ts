import type { CatalogObject } from '../catalog/catalog.ts'
import { kindOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { quoteQualified } from '../sql/quote.ts'
import type { Action } from './action.ts'

/**
 * Objects of different kinds can stand in each other's way: a table and an index share one space of names, a table and
 * a type another, and a table has room for one primary key. What an object takes counts as made and removed with it,
 * so that whoever wants it next waits until it is free.
 */
export function withNamesTaken(actions: readonly Action[], from: CatalogIndex, to: CatalogIndex): Action[] {
  return actions.map((each) => {
    // a column that gets another type keeps its names until its sequence and its NOT NULL go by statements of their own
    const stays = new Set(each.removes.filter((id) => kindOf(id) === 'column' && each.makes.includes(id)))
    const goesOrComes = (id: ObjectId) => !stays.has(id)
    const freed = namesOf(each.removes.filter(goesOrComes), from)
    const taken = namesOf(each.makes.filter(goesOrComes), to)
    if (freed.length === 0 && taken.length === 0) return each
    const kept = new Set(freed.filter((name) => taken.includes(name)))
    const isMoving = (name: string) => !kept.has(name)
    return {
      ...each,
      removes: [...each.removes, ...freed.filter(isMoving)],
      makes: [...each.makes, ...taken.filter(isMoving)],
    }
  })
}

/** Whether this is no object but a name that several could have. */
export function isName(id: string): boolean {
  return /^(?:relation|type|routine)-name:/.test(id)
}

function namesOf(ids: readonly ObjectId[], index: CatalogIndex): string[] {
  return ids.flatMap((id) => {
    const object = index.get(id)
    return object ? namesTaken(object) : []
  })
}

/** The name of a routine stands for all of its overloads: with defaults, two of them could answer to one call. */
export function namesTaken(object: CatalogObject): string[] {
  const { schema, name, parent } = object
  const path = quoteQualified(schema ?? '', name)
  switch (object.kind) {
    case 'table':
    case 'foreign-table':
    case 'view':
    case 'materialized-view':
    case 'composite':
      return [`relation-name:${path}`, `type-name:${path}`]
    case 'index':
    case 'sequence':
      return [`relation-name:${path}`]
    case 'constraint':
      switch (object.attributes.type) {
        case 'primary-key':
          return [`relation-name:${path}`, `primary-key:${parent}`]
        case 'unique':
        case 'exclusion':
          return [`relation-name:${path}`]
        default:
          return []
      }
    case 'column': {
      const { attributes, facts } = object
      const { identity, notNull } = attributes
      return [
        ...(identity
          ? [`relation-name:${quoteQualified(identity.sequenceSchema, identity.sequenceName)}`]
          : []),
        // since PostgreSQL 18; it stays the same when the column is renamed
        ...(notNull && facts.notNullConstraint ? [`not-null-name:${parent} ${facts.notNullConstraint}`] : []),
      ]
    }
    case 'range':
      return [`type-name:${path}`, `type-name:${object.attributes.multirange}`]
    case 'enum':
    case 'domain':
    case 'base-type':
      return [`type-name:${path}`]
    case 'function':
    case 'aggregate':
      return [`routine-name:${path}`]
    default:
      return []
  }
}
