import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A schema that others wrote and Debian ships. Its text is fetched when the tests run and is no part of this project. */
export interface PublicSchema {
  readonly name: string
  readonly package: string
  readonly licence: string
  /** How many tables it has at least: fewer mean that the package is another than the one known here. */
  readonly tables: number
  /** The script that its own installation runs, from the unpacked package. */
  readonly script: (folder: string) => string
  /** Whether every statement of the script works today, so that it can be a source as it is. */
  readonly isClean: boolean
}

export const publicSchemas: readonly PublicSchema[] = [
  {
    name: 'kea',
    package: 'kea-admin',
    licence: 'MPL-2.0',
    tables: 55,
    script: (folder) => read(folder, 'usr/share/kea/scripts/pgsql/dhcpdb_create.pgsql'),
    isClean: true,
  },
  {
    name: 'icingadb',
    package: 'icingadb',
    licence: 'GPL-2.0-or-later',
    tables: 61,
    script: (folder) => read(folder, 'usr/share/icingadb/schema/pgsql/schema.sql'),
    isClean: true,
  },
  {
    name: 'zabbix',
    package: 'zabbix-server-pgsql',
    licence: 'GPL-2.0-or-later',
    tables: 173,
    script: (folder) =>
      gunzipSync(readFileSync(join(folder, 'usr/share/zabbix-server-pgsql/schema.sql.gz'))).toString(),
    isClean: true,
  },
  {
    name: 'ledgersmb',
    package: 'ledgersmb',
    licence: 'GPL-2.0-or-later',
    tables: 160,
    script: ledgerScript,
    isClean: false, // some of its changes are meant to fail
  },
  {
    name: 'chado',
    package: 'libchado-perl',
    licence: 'Artistic-2.0',
    tables: 213,
    script: (folder) => mendChado(read(folder, 'usr/share/gmod/chado/modules/default_schema.sql')),
    isClean: true,
  },
]

const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

/** The tables, what later versions changed, and the functions, each in the order that its list gives. */
function ledgerScript(folder: string): string {
  const root = join(folder, 'usr/share/ledgersmb/sql')
  const listed = (list: string) =>
    read(root, list, 'LOADORDER')
      .split('\n')
      .map((line) => line.replace(/#.*/, '').replace('!', '').trim())
      .filter((file) => file !== '' && file !== 'Roles.sql') // roles are the server's, not the database's
  const changes = listed('changes').map((file) => `BEGIN;\n${read(root, 'changes', file)}\n;COMMIT;\n`)
  const modules = listed('modules').map((file) => read(root, 'modules', file))
  // PostgreSQL 14 prints a quoted field without its quotes, and so in other letters when it reads that again
  return [read(root, 'Pg-database.sql'), ...changes, ...modules].join('\n').replaceAll("'YEAR'", "'year'")
}

/** `@` between boxes is `@>` since PostgreSQL 14, and functions of indexes need their schema since 17. */
function mendChado(script: string): string {
  return script.replaceAll(/ @ (?=box)/g, ' @> ').replaceAll(/(?<![\w.])(create_point\()/g, 'public.$1')
}
