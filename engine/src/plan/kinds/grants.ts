import type { CatalogObject } from '../../catalog/catalog.ts'
import { pathOf } from '../../catalog/identify.ts'
import { quoteIdentifier } from '../../sql/quote.ts'
import { nameInStatements } from './statements.ts'

/** One aclitem: who may do what, and who allowed it (manual 5.8, table 5.2). */
export interface Grant {
  /** Empty for PUBLIC. */
  readonly grantee: string
  readonly privileges: readonly string[]
  readonly withGrantOption: readonly string[]
}

const letters: Readonly<Record<string, string>> = {
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
  c: 'CONNECT',
  T: 'TEMPORARY',
  s: 'SET',
  A: 'ALTER SYSTEM',
}

/** `grantee=privileges/grantor`, names in double quotes where they need it; `*` marks the grant option. */
export function parseGrant(item: string): Grant {
  const match = /^((?:"(?:[^"]|"")*"|[^=])*)=([A-Za-z*]*)\//.exec(item)
  const [, name = '', codes = ''] = match ?? []
  const grantee = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name
  const all = [...codes.matchAll(/([A-Za-z])(\*?)/g)].map(([, letter = '', star]) => ({
    privilege: letters[letter] ?? letter,
    grantable: star === '*',
  }))
  return {
    grantee,
    privileges: all.filter(({ grantable }) => !grantable).map(({ privilege }) => privilege),
    withGrantOption: all.filter(({ grantable }) => grantable).map(({ privilege }) => privilege),
  }
}

/** GRANT statements that give a fresh object these grants; what its owner has anyway is left out. */
export function grantStatements(
  object: CatalogObject,
  grants: readonly string[],
  owner: string | null,
): string[] {
  const target = grantTarget(object)
  if (!target) return []
  const parsed = grants.map(parseGrant)
  const lostByDefault = publicHasByDefault(object) && !parsed.some(({ grantee }) => grantee === '')
  return [
    ...(lostByDefault ? [`REVOKE ALL ON ${target.on} FROM PUBLIC`] : []),
    ...parsed
      .filter(({ grantee }) => grantee !== owner)
      .flatMap(({ grantee, privileges, withGrantOption }) => {
        const to = grantee === '' ? 'PUBLIC' : quoteIdentifier(grantee)
        return [
          ...(privileges.length > 0 ? [`GRANT ${target.list(privileges)} ON ${target.on} TO ${to}`] : []),
          ...(withGrantOption.length > 0
            ? [`GRANT ${target.list(withGrantOption)} ON ${target.on} TO ${to} WITH GRANT OPTION`]
            : []),
        ]
      }),
  ]
}

interface GrantTarget {
  readonly on: string
  list(privileges: readonly string[]): string
}

function grantTarget(object: CatalogObject): GrantTarget | undefined {
  const plain = (on: string): GrantTarget => ({ on, list: (privileges) => privileges.join(', ') })
  switch (object.kind) {
    case 'table':
    case 'foreign-table':
    case 'view':
    case 'materialized-view':
      return plain(`TABLE ${pathOf(object.id)}`)
    case 'column': {
      const column = quoteIdentifier(object.name)
      return {
        on: `TABLE ${pathOf(object.parent ?? '')}`,
        list: (privileges) => privileges.map((privilege) => `${privilege} (${column})`).join(', '),
      }
    }
    case 'sequence':
    case 'schema':
    case 'language':
      return plain(`${object.kind.toUpperCase()} ${pathOf(object.id)}`)
    case 'function':
      return plain(nameInStatements(object))
    case 'aggregate':
      return plain(
        nameInStatements(object)
          .replace(/^AGGREGATE/, 'FUNCTION')
          .replace('(*)', '()'),
      )
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
    case 'base-type':
      return plain(`TYPE ${pathOf(object.id)}`)
    case 'foreign-data-wrapper':
      return plain(`FOREIGN DATA WRAPPER ${pathOf(object.id)}`)
    case 'server':
      return plain(`FOREIGN SERVER ${pathOf(object.id)}`)
    default:
      return undefined
  }
}

/** Kinds that everybody may use unless it is taken away (manual 5.8). */
function publicHasByDefault({ kind }: CatalogObject): boolean {
  return ['function', 'aggregate', 'enum', 'domain', 'composite', 'range', 'base-type', 'language'].includes(
    kind,
  )
}
