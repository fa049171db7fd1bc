import { partId } from '../../catalog/identify.ts'
import type { IndexObject } from '../../catalog/relations.ts'
import type { IndexKey } from '../../sources/database/details/details.ts'
import { array, type Code, chain, type Entry, link, object, text } from '../code/code.ts'
import { member, objectKey, stringLiteral } from '../code/literals.ts'
import { indexElement } from './index-elements.ts'
import { settingEntries } from './storage.ts'
import type { TablePart, Writing } from './writing.ts'

export function indexPart(index: IndexObject, writing: Writing): TablePart | undefined {
  const { valid, attachedTo, tablespace, statistics } = index.attributes
  const details = writing.details.indexes.get(index.id)
  if (!details || !valid || attachedTo !== null || tablespace !== null || statistics.length > 0)
    return undefined
  const { method, unique, keys, include, nullsNotDistinct, predicate } = details
  const storage = settingEntries(details.storage)
  if (!storage) return undefined
  const table = index.parent ?? ''
  const elements = keys.map((key) => element(key, table, writing))
  const item = chain(
    link(writing.pg(unique ? 'uniqueIndex' : 'index'), stringLiteral(index.name)),
    method === 'btree' ? link('on', ...elements) : link('using', stringLiteral(method), ...elements),
    ...(storage.length > 0 ? [link('with', object(storage))] : []),
    ...(predicate === null ? [] : [link('where', writing.sql(predicate))]),
  )
  const extras: Entry[] = [
    ...(include.length > 0 ? [['include', array(keysOf(include, table, writing))] as const] : []),
    ...(nullsNotDistinct ? [['nullsNotDistinct', text('true')] as const] : []),
    ...(index.comment === null ? [] : [['comment', stringLiteral(index.comment)] as const]),
  ]
  return {
    says: [index.id],
    item,
    extras: extras.length > 0 ? [objectKey(index.name), object(extras)] : undefined,
  }
}

/** Drizzle's `.desc()` alone means NULLS LAST, where PostgreSQL's DESC means NULLS FIRST: so both are said. */
function element(key: IndexKey, table: string, writing: Writing): Code {
  if (key.column === null || key.collation) return writing.sql(indexElement(key))
  const column = text(member('t', writing.names.key(partId('column', table, key.column))))
  const links = [
    ...(key.operatorClass ? [link('op', stringLiteral(key.operatorClass))] : []),
    ...(key.descending ? [link('desc')] : []),
    ...(key.descending || key.nullsFirst ? [link(key.nullsFirst ? 'nullsFirst' : 'nullsLast')] : []),
  ]
  return links.length === 0
    ? column
    : { kind: 'chain', head: column.kind === 'text' ? column.text : '', links }
}

function keysOf(columns: readonly string[], table: string, writing: Writing): Code[] {
  return columns.map((name) => stringLiteral(writing.names.key(partId('column', table, name))))
}
