import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import {
  byKey,
  type Privilege,
  type PrivilegeClass,
  type Privileges,
  privilegeClass,
  privilegesOf,
  privilegesOfItems,
} from '../catalog/privileges.ts'
import type { ColumnObject } from '../catalog/relations.ts'
import type { Change } from '../diff/change.ts'
import { quoteIdentifier } from '../sql/quote.ts'
import { type Action, action } from './action.ts'
import { grantStatement } from './kinds/grants.ts'
import { type PrivilegeChange, privilegeChanges } from './kinds/privilege-changes.ts'
import { nameInStatements } from './kinds/statements.ts'

/**
 * Owners and grants. What stays is changed where it differs; what is made gets all that it should have: what the
 * other side says when grants count, otherwise what it had before it was made anew.
 */
export function planPrivileges(
  actions: readonly Action[],
  changes: readonly Change[],
  from: CatalogIndex,
  to: CatalogIndex,
  grants: boolean,
): Action[] {
  const made = new Set(
    actions.flatMap(({ verb, target, makes }) => (verb === 'create' ? [target, ...makes] : [])),
  )
  return [
    ...[...made].sort().flatMap((id) => {
      const object = to.get(id)
      const wanted = grants ? object : from.get(id)
      return object && wanted ? privilegesOfMade(object, wanted, from, to) : []
    }),
    ...changes.flatMap((change) =>
      change.kind === 'altered' && !made.has(change.to.id) ? changedPrivileges(change, from, to) : [],
    ),
  ]
}

function privilegesOfMade(
  object: CatalogObject,
  wanted: CatalogObject,
  from: CatalogIndex,
  to: CatalogIndex,
): Action[] {
  const { role, serverVersion } = from.catalog
  const owner = wanted.owner ?? role
  const wantedVersion = from.get(wanted.id) === wanted ? serverVersion : to.catalog.serverVersion
  return [
    ...(owner === role || !ownsItself(wanted) ? [] : [ownerAction(object, owner)]),
    ...grantActions(
      object,
      privilegeChanges(
        initialPrivileges(object, from),
        knownBoth(privilegesOf(wanted, wantedVersion), from, to),
      ),
      owner,
    ),
  ]
}

function changedPrivileges(
  change: Extract<Change, { kind: 'altered' }>,
  from: CatalogIndex,
  to: CatalogIndex,
): Action[] {
  const differs = (attribute: string) => change.differences.some((each) => each.attribute === attribute)
  const owner = (differs('owner') ? change.to.owner : change.from.owner) ?? from.catalog.role
  const before = knownBoth(privilegesOf(change.from, from.catalog.serverVersion), from, to)
  const after = knownBoth(privilegesOf(change.to, to.catalog.serverVersion), from, to)
  const changes = differs('grants') ? privilegeChanges(before, after) : []
  return [
    ...(differs('owner') ? [ownerAction(change.to, owner)] : []),
    ...grantActions(change.to, changes, owner),
    ...(changes.some(({ verb }) => verb === 'REVOKE') ? regrantColumns(change.to, to, owner) : []),
  ]
}

/** What a role is given when it makes an object: by PostgreSQL, and by its own default privileges. */
function initialPrivileges(object: CatalogObject, from: CatalogIndex): Privileges {
  const kind = privilegeClass(object)
  if (kind === null) return byKey([])
  if (object.kind === 'column') return initialOfIdentity(object, from)
  return byKey(givenAtFirst(kind, object.schema, from))
}

/** The sequence of an identity column comes with privileges of its own. */
function initialOfIdentity({ attributes }: ColumnObject, from: CatalogIndex): Privileges {
  if (!attributes.identity) return byKey([])
  const given = givenAtFirst('S', attributes.identity.sequenceSchema, from)
  return byKey(given.map((privilege) => ({ ...privilege, part: 'sequence' })))
}

function givenAtFirst(kind: PrivilegeClass, schema: string | null, from: CatalogIndex): Privilege[] {
  const { role, serverVersion } = from.catalog
  const targets = { r: 'TABLES', S: 'SEQUENCES', f: 'FUNCTIONS', T: 'TYPES', n: 'SCHEMAS' } as const
  const target = kind in targets ? targets[kind as keyof typeof targets] : undefined
  const said = (place: string) => {
    const found = from.get(`default-privilege:FOR ROLE ${quoteIdentifier(role)}${place} ON ${target}`)
    return found?.kind === 'default-privilege' ? found.facts.privileges : undefined
  }
  const everywhere = said('') ?? [...privilegesOfItems(null, role, kind, serverVersion).values()]
  const here = schema === null ? undefined : said(` IN SCHEMA ${quoteIdentifier(schema)}`)
  return [...everywhere, ...(here ?? [])]
}

/** REVOKE on a table takes the same rights on its columns away, which may be there to stay. */
function regrantColumns(table: CatalogObject, to: CatalogIndex, owner: string): Action[] {
  return to
    .partsOfKind(table.id, 'column')
    .flatMap((column) =>
      grantActions(
        column,
        privilegeChanges(byKey([]), privilegesOf(column, to.catalog.serverVersion)),
        owner,
      ),
    )
}

function knownBoth(privileges: Privileges, from: CatalogIndex, to: CatalogIndex): Privileges {
  if (Math.min(from.catalog.serverVersion, to.catalog.serverVersion) >= 170000) return privileges
  return new Map([...privileges].filter(([, { privilege }]) => privilege !== 'MAINTAIN'))
}

function grantActions(object: CatalogObject, changes: readonly PrivilegeChange[], owner: string): Action[] {
  const settled = (id: ObjectId | null) => [`owned:${id}`, `revoked:${id}`]
  const isColumn = object.kind === 'column'
  return changes.map((change) => {
    const isGrant = change.verb === 'GRANT'
    return action('alter', object.id, grantStatement(object, change, owner), {
      needs: [
        object.id,
        `owned:${object.id}`,
        ...(isGrant ? [`revoked:${object.id}`] : []),
        ...(isColumn ? settled(object.parent) : []),
      ],
      makes: isGrant ? [] : [`revoked:${object.id}`],
    })
  })
}

function ownerAction(object: CatalogObject, owner: string): Action {
  const sql = `ALTER ${nameInStatements(object)} OWNER TO ${quoteIdentifier(owner)}`
  return action('alter', object.id, sql, { needs: [object.id], makes: [`owned:${object.id}`] })
}

/** A sequence of a column follows its table, an extension stays with who made it. */
function ownsItself(object: CatalogObject): boolean {
  if (object.owner === null || object.kind === 'extension') return false
  return object.kind !== 'sequence' || object.attributes.ownedBy === null
}
