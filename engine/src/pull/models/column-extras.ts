import type { ColumnObject } from '../../catalog/relations.ts'
import { compressionName, storageNames } from '../../plan/kinds/column.ts'
import { type Code, type Entry, object, text } from '../code/code.ts'
import { objectKey, stringLiteral } from '../code/literals.ts'
import type { Writing } from './writing.ts'

/** What the companion says about a column: `fullName: { comment: 'as in the passport' }`. */
export function columnExtras(column: ColumnObject, writing: Writing): Entry[] {
  const { collation, storage, compression, statistics, generated } = column.attributes
  const entries: Entry[] = [
    ...(column.comment === null ? [] : [['comment', stringLiteral(column.comment)] as const]),
    ...(collation === null ? [] : [['collation', collationCode(collation)] as const]),
    ...(storage === null ? [] : [['storage', word(storageNames[storage] ?? '')] as const]),
    ...(compression === null ? [] : [['compression', word(compressionName(compression))] as const]),
    ...(statistics === null ? [] : [['statistics', text(String(statistics))] as const]),
    ...(generated?.kind === 'virtual' ? [['generated', stringLiteral('virtual')] as const] : []),
  ]
  return entries.length > 0 ? [[objectKey(writing.names.key(column.id)), object(entries)]] : []
}

function word(sqlWord: string): Code {
  return stringLiteral(sqlWord.toLowerCase())
}

/** `pg_catalog."C"` or `public."my order"`, as parts; PostgreSQL's own need no schema. */
function collationCode(collation: string): Code {
  const [schema = '', name = ''] = (collation.match(/"(?:[^"]|"")*"|[^".]+/g) ?? []).map((part) =>
    part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part,
  )
  if (schema === 'pg_catalog') return stringLiteral(name)
  return object([
    ['schema', stringLiteral(schema)],
    ['name', stringLiteral(name)],
  ])
}
