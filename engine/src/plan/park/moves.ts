import { kindOf, pathOf } from '../../catalog/identify.ts'
import type { CatalogIndex } from '../../catalog/index-catalog.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { parkedSchema } from '../../catalog/parked.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'
import { holdersOf } from './holders.ts'
import type { ParkedThing } from './parked-thing.ts'

/**
 * The statements that put a thing aside, and those that bring it back.
 * @param index in which tables have the parents that they have then
 */
export function moves(
  { object, name, kept }: ParkedThing,
  index: CatalogIndex | undefined,
): {
  readonly there: readonly string[]
  readonly back: readonly string[]
} {
  const path = pathOf(object)
  const [whole] = kept
  if (whole?.kind === 'column') {
    const tables = index ? holdersOf({ kept }, index) : [whole.parent ?? '']
    const rename = (a: string, b: string) =>
      tables.map((table) => `ALTER TABLE ${pathOf(table)} RENAME COLUMN ${a} TO ${b}`)
    const own = quoteIdentifier(whole.name)
    const notNulls = renamedNotNull({ kept, name }, tables)
    return {
      there: [...notNulls.map(({ there }) => there), ...rename(own, name)],
      back: [...rename(name, own), ...notNulls.map(({ back }) => back)],
    }
  }
  const kind = words[kindOf(object)] ?? 'TABLE'
  const schema = whole?.schema ?? ''
  const own = quoteIdentifier(whole?.name ?? '')
  return {
    there: [
      `ALTER ${kind} ${path} RENAME TO ${name}`,
      `ALTER ${kind} ${quoteQualified(schema, name)} SET SCHEMA ${parkedSchema}`,
    ],
    back: [
      `ALTER ${kind} ${parkedSchema}.${name} SET SCHEMA ${quoteIdentifier(schema)}`,
      `ALTER ${kind} ${quoteQualified(schema, name)} RENAME TO ${own}`,
    ],
  }
}

/**
 * Since PostgreSQL 18 a NOT NULL has a name, which others may want as well. Those of partitions and children are renamed
 * along, which PostgreSQL can only where they are called the same. Who is whose child may change while it is parked, so
 * that must not decide: what was renamed must come back.
 */
function renamedNotNull({ kept, name }: Pick<ParkedThing, 'kept' | 'name'>, tables: readonly ObjectId[]) {
  const columns = kept.flatMap((part) => (part.kind === 'column' && part.attributes.notNull ? [part] : []))
  const areSame = new Set(columns.map(({ facts }) => facts.notNullConstraint)).size === 1
  return columns.flatMap(({ parent, attributes, facts }) => {
    const own = facts.notNullConstraint
    const isRenamed = own !== null && (areSame || attributes.notNullNoInherit)
    if (!isRenamed || !parent || !tables.includes(parent)) return []
    const rename = (a: string, b: string) => `ALTER TABLE ${pathOf(parent)} RENAME CONSTRAINT ${a} TO ${b}`
    return [{ there: rename(quoteIdentifier(own), name), back: rename(name, quoteIdentifier(own)) }]
  })
}

const words: Readonly<Record<string, string>> = {
  table: 'TABLE',
  sequence: 'SEQUENCE',
  enum: 'TYPE',
  domain: 'DOMAIN',
  composite: 'TYPE',
}
