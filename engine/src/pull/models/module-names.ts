import type { CatalogObject } from '../../catalog/catalog.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { camelCase, capitalised, nameBook, reservedIdentifiers, reservedKeys } from '../code/identifiers.ts'

/** How the objects of a database are called in the module. */
export interface ModuleNames {
  /** The constant of a schema, table, view, type or sequence. */
  of(id: ObjectId): string
  /** The key of a column in its table. */
  key(column: ObjectId): string
  /** A further constant, about the object: `usersExtras`. */
  about(id: ObjectId, suffix: string): string
  /** A constant for a type, by the type's own name. */
  ofType(name: string): string
}

const suffixes: Readonly<Record<string, string>> = {
  schema: 'Schema',
  table: 'Table',
  view: 'View',
  'materialized-view': 'View',
  enum: 'Enum',
  sequence: 'Sequence',
}

/** Tables choose first, because their names are used most; schemas are called `salesSchema` from the start. */
const order = Object.keys(suffixes).toSorted((a, b) => Number(a === 'schema') - Number(b === 'schema'))

/** @param imported names that the module may import, `t` among them, which stands for a table in its own callbacks */
export function moduleNames(index: CatalogIndex, imported: Iterable<string>): ModuleNames {
  const book = nameBook([...reservedIdentifiers, ...imported])
  const constants = new Map<ObjectId, string>()
  const keys = new Map<ObjectId, string>()
  const objects = [...index.catalog.objects.values()].filter(({ kind }) => kind in suffixes)
  for (const object of objects.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)))
    constants.set(object.id, book.take(...wishes(object)))
  for (const object of objects) {
    const own = nameBook(reservedKeys)
    for (const column of index.partsOfKind(object.id, 'column'))
      keys.set(column.id, own.take(camelCase(column.name), `${camelCase(column.name) || 'column'}Column`))
  }
  return {
    of: (id) => known(constants, id),
    key: (column) => known(keys, column),
    about: (id, suffix) => book.take(`${known(constants, id)}${suffix}`),
    ofType: (name) => book.take(camelCase(name), `${camelCase(name) || 'custom'}Type`),
  }
}

function wishes({ kind, schema, name }: CatalogObject): string[] {
  const suffix = suffixes[kind] ?? ''
  const plain = camelCase(name)
  if (kind === 'schema') return [`${plain || 'unnamed'}Schema`]
  const qualified = camelCase(`${schema} ${name}`)
  const own = plain === '' ? [] : [plain, `${plain}${suffix}`]
  return schema === 'public'
    ? [...own, `${plain || 'unnamed'}${suffix}`]
    : [...own.slice(0, 1), qualified, `${qualified}${capitalised(suffix)}`]
}

function known(names: ReadonlyMap<ObjectId, string>, id: ObjectId): string {
  const name = names.get(id)
  if (name === undefined) throw new Error(`${id} has no name in the module`)
  return name
}
