import { kindOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Action } from './action.ts'
import { type Lock, type LockMode, noLock } from './lock.ts'

/**
 * The lock that a statement of ours takes on tables that were there before, by the manual's word on each command
 * ("Acquires …"); the rehearsal measures that it takes no more.
 */
export function lockOf(action: Action, from: CatalogIndex, to: CatalogIndex): Lock {
  const target = relationOf(action.target, from) ?? relationOf(action.target, to)
  const onTarget = (mode: LockMode): Lock => existing(mode, target ? [target] : [], from)
  if (action.transaction === 'none') return onTarget('share-update-exclusive')
  const published = publishedTable(action.target, from) ?? publishedTable(action.target, to)
  if (published) return existing('share-update-exclusive', published, from)
  switch (action.verb) {
    case 'comment':
      return onTarget('share-update-exclusive')
    case 'drop':
      return existing('access-exclusive', [target, ...referencedTables(action, from)], from)
    case 'park':
    case 'unpark':
      return onTarget(/^ALTER INDEX /.test(action.sql) ? 'share-update-exclusive' : 'access-exclusive')
    case 'create':
      return creationLock(action, from, to)
    case 'alter':
      if (/^CREATE OR REPLACE (?:FUNCTION|PROCEDURE) /.test(action.sql)) return bodyLock(action, from)
      if (/^ALTER DOMAIN .* (?:SET NOT NULL|VALIDATE CONSTRAINT)/.test(action.sql))
        return existing('share', tablesOfType(action.target, from), from)
      if (/^ALTER TYPE .* CASCADE$/.test(action.sql))
        return existing('access-exclusive', typedTables(action.target, from), from)
      if (/^ALTER SEQUENCE .* OWNED BY /.test(action.sql))
        return existing(
          'access-share',
          action.needs.map((id) => relationOf(id, from)),
          from,
        )
      return existing(alterMode(action.sql), [target, ...namedTables(action.sql, from)], from)
  }
}

function creationLock(action: Action, from: CatalogIndex, to: CatalogIndex): Lock {
  const object = to.get(action.target)
  if (!object) return noLock
  const parent = object.parent
  switch (object.kind) {
    case 'index':
      return existing('share', [parent], from)
    case 'constraint': {
      const { references } = object.facts
      if (object.attributes.type !== 'foreign-key') return existing('access-exclusive', [parent], from)
      // partitions lose the triggers of the keys that become parts of it
      const takesParts = action.does === 'online' && !action.sql.endsWith(' NOT VALID')
      return existing(takesParts ? 'access-exclusive' : 'share-row-exclusive', [parent, references], from)
    }
    case 'domain-constraint':
      return existing('share', tablesOfType(parent ?? '', from), from)
    case 'trigger':
    case 'trigger-state':
      return existing('share-row-exclusive', [parent], from)
    case 'statistics':
      return existing('share-update-exclusive', [parent], from)
    case 'column':
    case 'default':
    case 'policy':
    case 'rule':
      return existing('access-exclusive', [relationOf(object.id, to)], from)
    case 'table':
    case 'foreign-table': {
      const { partitionOf, inherits } = object.attributes
      if (partitionOf) return existing('access-exclusive', [partitionOf], from)
      return existing('share-update-exclusive', inherits, from)
    }
    case 'materialized-view':
    case 'view':
      return existing(
        'access-share',
        object.needs.map((id) => relationOf(id, from)),
        from,
      )
    case 'function':
      return bodyLock(action, from)
    default:
      return noLock
  }
}

/** A body in standard syntax is parsed, which locks what it speaks of as running it would. */
function bodyLock({ needs }: Action, from: CatalogIndex): Lock {
  return existing(
    'row-exclusive',
    needs.map((id) => relationOf(id, from)),
    from,
  )
}

/** ALTER TABLE takes ACCESS EXCLUSIVE unless the manual says otherwise of the form. */
function alterMode(sql: string): LockMode {
  if (
    /^ALTER TABLE \S+ (?:VALIDATE CONSTRAINT|CLUSTER ON|SET WITHOUT CLUSTER|ALTER COLUMN .* SET STATISTICS)/s.test(
      sql,
    )
  )
    return 'share-update-exclusive'
  if (/^(?:CREATE TRIGGER|ALTER TABLE .* (?:ENABLE|DISABLE)(?: ALWAYS| REPLICA)? TRIGGER) /s.test(sql))
    return 'share-row-exclusive'
  if (/^ALTER TABLE \S+ ADD CONSTRAINT .* FOREIGN KEY \(/s.test(sql)) return 'share-row-exclusive'
  if (/^ALTER TABLE .* (?:SET|RESET) \((?!.*\buser_catalog_table\b)/s.test(sql))
    return 'share-update-exclusive'
  if (/^ALTER INDEX .* (?:RENAME TO|SET \(|RESET \(|ALTER COLUMN)/s.test(sql)) return 'share-update-exclusive'
  if (/^(?:GRANT|REVOKE) .* ON TABLE /s.test(sql)) return 'access-share'
  if (/^(?:ALTER STATISTICS|COMMENT ON COLUMN) /.test(sql)) return 'share-update-exclusive'
  if (/^(?:UPDATE|INSERT INTO|DELETE FROM) /.test(sql)) return 'row-exclusive'
  if (
    /^(?:ALTER (?:TYPE|DOMAIN|FUNCTION|PROCEDURE|EXTENSION|SEQUENCE)|(?:CREATE|DROP) SEQUENCE|CREATE (?:OR REPLACE )?FUNCTION|CREATE OR REPLACE PROCEDURE|DROP FUNCTION|GRANT|REVOKE|SELECT)/.test(
      sql,
    )
  )
    return 'none'
  return 'access-exclusive'
}

/** A new demand of a domain is checked against every table that has it. */
function tablesOfType(type: ObjectId, from: CatalogIndex): (ObjectId | undefined)[] {
  const domain = from.get(type)?.kind === 'domain-constraint' ? (from.get(type)?.parent ?? type) : type
  return from.dependentsOf(domain).map(({ id }) => relationOf(id, from))
}

/** ALTER TYPE … CASCADE alters the tables that are of the type. */
function typedTables(type: ObjectId, from: CatalogIndex): ObjectId[] {
  return from
    .dependentsOf(type)
    .flatMap((object) => (object.kind === 'table' && object.attributes.ofType === type ? [object.id] : []))
}

/** Foreign keys point at tables that are locked along with their own. */
function referencedTables(action: Action, from: CatalogIndex): ObjectId[] {
  return action.removes.flatMap((id) => {
    const object = from.get(id)
    return object?.kind === 'constraint' && object.facts.references ? [object.facts.references] : []
  })
}

/** ATTACH, DETACH and foreign keys name a second table. */
function namedTables(sql: string, from: CatalogIndex): ObjectId[] {
  const named = /(?:(?:ATTACH|DETACH) PARTITION| FOREIGN KEY \(.*\) REFERENCES) ([^\s(]+)/.exec(sql)?.[1]
  return named !== undefined && from.has(`table:${named}`) ? [`table:${named}`] : []
}

/** Adding a table to a publication and taking it out locks that table, and no publication is a table. */
function publishedTable(id: ObjectId, index: CatalogIndex): ObjectId[] | undefined {
  const object = index.get(id)
  return object?.kind === 'publication-table' ? [`table:${object.facts.table}`] : undefined
}

/** The table or view that an object is, or is a part of. */
export function relationOf(id: ObjectId, index: CatalogIndex): ObjectId | undefined {
  const kind = kindOf(id)
  if (['table', 'foreign-table', 'view', 'materialized-view'].includes(kind)) return id
  const parent = index.get(id)?.parent
  return parent ? relationOf(parent, index) : undefined
}

function existing(mode: LockMode, ids: readonly (ObjectId | null | undefined)[], from: CatalogIndex): Lock {
  const relations = [...new Set(ids)].filter((id): id is ObjectId => id != null && from.has(id))
  return relations.length > 0 && mode !== 'none' ? { mode, relations } : noLock
}
