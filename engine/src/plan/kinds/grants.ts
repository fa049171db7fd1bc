import type { CatalogObject } from '../../catalog/catalog.ts'
import type { DefaultPrivilegeObject } from '../../catalog/databasewide.ts'
import { pathOf } from '../../catalog/identify.ts'
import { byKey, type Privilege, privilegesOfItems, theOwner } from '../../catalog/privileges.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { type PrivilegeChange, privilegeChanges } from './privilege-changes.ts'
import { nameInStatements } from './statements.ts'

/** GRANT or REVOKE on an object, in the name of its owner. */
export function grantStatement(object: CatalogObject, change: PrivilegeChange, owner: string): string {
  const column = object.kind === 'column' ? quoteIdentifier(object.name) : change.part
  const isOnSequence = object.kind === 'column' && change.part !== null
  const privileges = change.privileges
    .map((privilege) => (column === null || isOnSequence ? privilege : `${privilege} (${column})`))
    .join(', ')
  return statement(
    change,
    `${privileges} ON ${isOnSequence ? sequenceOf(object) : grantTarget(object)}`,
    owner,
  )
}

function statement({ verb, grantee, option }: PrivilegeChange, what: string, owner: string): string {
  const role = grantee === theOwner ? quoteIdentifier(owner) : grantee
  return verb === 'GRANT'
    ? `GRANT ${what} TO ${role}${option ? ' WITH GRANT OPTION' : ''}`
    : `REVOKE ${option ? 'GRANT OPTION FOR ' : ''}${what} FROM ${role}${option ? ' CASCADE' : ''}`
}

function sequenceOf(column: CatalogObject): string {
  const identity = column.kind === 'column' ? column.attributes.identity : null
  return `SEQUENCE ${quoteQualified(identity?.sequenceSchema ?? '', identity?.sequenceName ?? '')}`
}

function grantTarget(object: CatalogObject): string {
  const path = pathOf(object.id)
  switch (object.kind) {
    case 'column':
      return `TABLE ${pathOf(object.parent ?? '')}`
    case 'table':
    case 'foreign-table':
    case 'view':
    case 'materialized-view':
      return `TABLE ${path}`
    case 'domain':
      return `TYPE ${path}`
    case 'aggregate':
      return nameInStatements(object)
        .replace(/^AGGREGATE/, 'FUNCTION')
        .replace('(*)', '()')
    case 'server':
      return `FOREIGN SERVER ${path}`
    default:
      return nameInStatements(object)
  }
}

/** ALTER DEFAULT PRIVILEGES from one state to another; undefined is how PostgreSQL begins. */
export function defaultPrivilegeStatements(
  from: DefaultPrivilegeObject | undefined,
  to: DefaultPrivilegeObject | undefined,
): string[] {
  const known = to ?? from
  if (!known) return []
  const { role, inSchema, objects } = known.facts
  const place = inSchema === null ? '' : ` IN SCHEMA ${quoteIdentifier(inSchema)}`
  const alter = `ALTER DEFAULT PRIVILEGES FOR ROLE ${quoteIdentifier(role)}${place}`
  return privilegeChanges(privilegesIn(from, known), privilegesIn(to, known)).map(
    (change) => `${alter} ${statement(change, `${change.privileges.join(', ')} ON ${objects}`, role)}`,
  )
}

const classes = {
  TABLES: 'r',
  SEQUENCES: 'S',
  FUNCTIONS: 'f',
  TYPES: 'T',
  SCHEMAS: 'n',
  'LARGE OBJECTS': 'L',
} as const

/** Those for a schema are added to the others, so they begin with nothing (manual: ALTER DEFAULT PRIVILEGES). */
function privilegesIn(object: DefaultPrivilegeObject | undefined, known: DefaultPrivilegeObject) {
  const privileges: readonly Privilege[] | undefined = object?.facts.privileges
  if (privileges) return byKey(privileges)
  if (known.facts.inSchema !== null) return byKey([])
  return privilegesOfItems(null, null, classes[known.facts.objects], 0)
}
