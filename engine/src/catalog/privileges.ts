import { quoteIdentifier } from '../sql/quote.ts'
import type { CatalogObject } from './catalog.ts'

/** One right of one grantee; of the owner, who may do everything, one that it has given up. */
export interface Privilege {
  /** `PUBLIC`, `theOwner`, or a role as SQL writes it. */
  readonly grantee: string
  readonly privilege: string
  readonly grantable: boolean
  /** A column of a view, or `sequence` of an identity column; null for the object itself. */
  readonly part: string | null
  /** Given by somebody who is not the owner. */
  readonly passedOn: boolean
}

/** Stands for whoever owns the object, so that a change of owner is no change of privileges. */
export const theOwner = '<owner>'

/** By part, grantee and privilege. */
export type Privileges = ReadonlyMap<string, Privilege>

/** The letters of pg_default_acl for kinds that have privileges, and three that it does not know. */
export type PrivilegeClass = 'r' | 'S' | 'f' | 'T' | 'n' | 'L' | 'language' | 'foreign' | 'column'

/** What an owner has without being told (manual: table 5.2). */
const ownersOwn: { readonly [Class in PrivilegeClass]: string } = {
  r: 'arwdDxtm',
  S: 'rwU',
  f: 'X',
  T: 'U',
  n: 'UC',
  L: 'rw',
  language: 'U',
  foreign: 'U',
  column: '',
}
/** Classes that everybody may use unless it is taken away. */
const everybodys: ReadonlySet<PrivilegeClass> = new Set(['f', 'T', 'language'])

const names: Readonly<Record<string, string>> = {
  r: 'SELECT',
  a: 'INSERT',
  w: 'UPDATE',
  d: 'DELETE',
  D: 'TRUNCATE',
  x: 'REFERENCES',
  t: 'TRIGGER',
  m: 'MAINTAIN',
  X: 'EXECUTE',
  U: 'USAGE',
  C: 'CREATE',
}

/**
 * Who may do what with an object. Its items are aclitems as text; before that of a column of a view, or of the
 * sequence of an identity column, the part stands in parentheses.
 */
export function privilegesOf(object: CatalogObject, serverVersion: number): Privileges {
  const objectClass = privilegeClass(object)
  if (objectClass === null) return new Map()
  const { grants } = object
  const owner = object.kind === 'column' ? object.facts.tableOwner : object.owner
  const partItems = (grants ?? []).filter((item) => item.startsWith('('))
  const ownItems = (grants ?? []).filter((item) => !item.startsWith('('))
  const isUnsaid = grants === null || (ownItems.length === 0 && partItems.length > 0)
  const own = privilegesOfItems(isUnsaid ? null : ownItems, owner, objectClass, serverVersion)
  const parts = partItems.map((item) => readPart(item))
  const partClass = object.kind === 'column' ? 'S' : 'column'
  return new Map([
    ...own,
    ...[...new Set(parts.map(({ part }) => part))].flatMap((part) => {
      const items = parts.filter((each) => each.part === part).map(({ item }) => item)
      return [...privilegesOfItems(items, owner, partClass, serverVersion, part)]
    }),
  ])
}

/** @param items null where nothing was ever said: what PostgreSQL gives by itself. */
export function privilegesOfItems(
  items: readonly string[] | null,
  owner: string | null,
  objectClass: PrivilegeClass,
  serverVersion: number,
  part: string | null = null,
): Privileges {
  const own = [...ownersOwn[objectClass]].filter((letter) => letter !== 'm' || serverVersion >= 170000)
  const plain = { grantable: false, part, passedOn: false }
  if (items === null) {
    const everybody = everybodys.has(objectClass) ? own : []
    return byKey(everybody.map((letter) => ({ ...plain, grantee: 'PUBLIC', privilege: nameOf(letter) })))
  }
  const said = items.flatMap((item) => readItem(item, owner, part))
  const kept = new Set(said.flatMap(({ grantee, privilege }) => (grantee === theOwner ? [privilege] : [])))
  // of a catalog without owners nothing is known of what they gave up
  const given = owner === null ? [] : own.map(nameOf).filter((privilege) => !kept.has(privilege))
  return byKey([
    ...said.filter(({ grantee }) => grantee !== theOwner),
    ...given.map((privilege) => ({ ...plain, grantee: theOwner, privilege })),
  ])
}

export function privilegeClass({ kind }: Pick<CatalogObject, 'kind'>): PrivilegeClass | null {
  switch (kind) {
    case 'table':
    case 'view':
    case 'materialized-view':
    case 'foreign-table':
      return 'r'
    case 'column':
    case 'language':
      return kind
    case 'sequence':
      return 'S'
    case 'function':
    case 'aggregate':
      return 'f'
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
    case 'base-type':
      return 'T'
    case 'schema':
      return 'n'
    case 'foreign-data-wrapper':
    case 'server':
      return 'foreign'
    default:
      return null
  }
}

/** `app=SELECT,UPDATE*`, one line for each grantee and part, in order; `-` before what an owner has given up. */
export function privilegeLines(privileges: Privileges): string[] {
  const lines = new Map<string, string[]>()
  for (const { grantee, part, privilege, grantable } of privileges.values()) {
    const key = `${part === null ? '' : `(${part}) `}${grantee}`
    const text = `${grantee === theOwner ? '-' : ''}${privilege}${grantable ? '*' : ''}`
    lines.set(key, [...(lines.get(key) ?? []), text])
  }
  return [...lines].map(([key, said]) => `${key}=${said.sort().join(',')}`).sort()
}

function readPart(item: string) {
  const [, part = '', rest = item] = /^\(((?:"(?:[^"]|"")*"|[^)])*)\) (.*)$/s.exec(item) ?? []
  return { part, item: rest }
}

/** `grantee=letters/grantor`: names in double quotes where they need it, `*` after what may be passed on. */
function readItem(item: string, owner: string | null, part: string | null): Privilege[] {
  const [, grantee = '', letters = '', grantor = ''] =
    /^((?:"(?:[^"]|"")*"|[^=])*)=([A-Za-z*]*)\/(.*)$/s.exec(item) ?? []
  const name = bareName(grantee)
  const isOwner = owner !== null && name === owner
  return [...letters.matchAll(/([A-Za-z])(\*?)/g)].map(([, letter = '', star]) => ({
    grantee: grantee === '' ? 'PUBLIC' : isOwner ? theOwner : quoteIdentifier(name),
    privilege: nameOf(letter),
    grantable: star === '*' && !isOwner,
    part,
    passedOn: owner !== null && bareName(grantor) !== owner,
  }))
}

/** A role's name, of how SQL or an aclitem writes it. */
export function bareName(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name
}

function nameOf(letter: string): string {
  return names[letter] ?? letter
}

/** A table of privileges; the same right from two grantors is one right. */
export function byKey(privileges: readonly Privilege[]): Privileges {
  const table = new Map<string, Privilege>()
  for (const privilege of privileges) {
    const key = `${privilege.part ?? ''} ${privilege.grantee} ${privilege.privilege}`
    const known = table.get(key)
    const grantable = privilege.grantable || (known?.grantable ?? false)
    table.set(key, { ...privilege, grantable, passedOn: privilege.passedOn && (known?.passedOn ?? true) })
  }
  return table
}
