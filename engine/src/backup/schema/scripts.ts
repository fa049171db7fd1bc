import { quoteLiteral } from '../../sql/quote.ts'
import type { Manifest } from '../format/manifest.ts'
import { type SchemaStatement, type Section, sections } from './statement.ts'

/** The same backup for `psql`: one script for each section, and one that runs them and loads the rows between them. */
export function sectionScripts(
  statements: readonly SchemaStatement[],
): { readonly path: string; readonly text: string }[] {
  return sections.map((section) => ({ path: `${section}.sql`, text: sectionScript(section, statements) }))
}

function sectionScript(section: Section, statements: readonly SchemaStatement[]): string {
  const own = statements.filter((each) => each.section === section && each.sql !== '')
  return [...sessionSettings, ...own.map(({ sql }) => sql)].map((sql) => `${sql};\n`).join('')
}

/** Names are written in full; bodies of functions may speak of what comes later. */
export const sessionSettings: readonly string[] = [
  `SET client_encoding = 'UTF8'`,
  'SET check_function_bodies = off',
  'SET client_min_messages = warning',
]

export function restoreScript({ tables, sequences, created, place }: RestoreScriptInput): string {
  const loads = tables.flatMap(({ table, through, columns, parts }) =>
    parts.map(({ file }) => {
      const list = columns.length > 0 ? ` (${columns.join(', ')})` : ''
      return `\\copy ${through ?? table}${list} from program 'gzip -dc ${file}'`
    }),
  )
  const positions = sequences.map((each) => `${setSequence(each)};`)
  const lines = [
    `-- Made at ${created}${place.kind === 'server' ? ` of database ${JSON.stringify(place.database)}` : ''}.`,
    '-- Loads this backup into an empty database without trueup. In this folder: psql -d <url> -f restore.sql',
    '\\set ON_ERROR_STOP on',
    '\\i pre-data.sql',
    ...textSettings,
    ...loads,
    ...positions,
    '\\i post-data.sql',
    '-- Owners and rights, where the same roles exist: \\i privileges.sql',
    'ANALYZE;',
  ]
  return `${lines.join('\n')}\n`
}

type RestoreScriptInput = Pick<Manifest, 'tables' | 'sequences' | 'created' | 'place'>

export function setSequence({ sequence, lastValue, isCalled }: Manifest['sequences'][number]): string {
  return `SELECT pg_catalog.setval(${quoteLiteral(sequence)}, ${lastValue}, ${isCalled})`
}

const textSettings = [
  `SET DateStyle = 'ISO, YMD';`,
  `SET IntervalStyle = 'postgres';`,
  `SET TimeZone = 'UTC';`,
  `SET lc_monetary = 'C';`,
  'SET xmloption = content;',
]
