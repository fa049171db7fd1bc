import type { CatalogObject } from '../../catalog/catalog.ts'
import { nameOf, partId } from '../../catalog/identify.ts'
import type { ObjectId } from '../../catalog/object.ts'
import { parkedNames } from '../../catalog/parked.ts'
import type { ColumnObject, IdentityAttributes, SequenceAttributes } from '../../catalog/relations.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { catalogs } from './address.ts'
import { foreignOptions } from './foreign-options.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import type { Grants, Reader, ReadingContext } from './reader.ts'
import { readSequence, type SequenceCells, sequenceCells } from './sequences.ts'

type Extras = readonly [
  collation: string | null,
  identity: 'a' | 'd' | '',
  generated: 's' | 'v' | '',
  storage: string | null,
  compression: 'p' | 'l' | '',
  statistics: number | null,
  options: readonly string[] | null,
  foreignOptions: readonly string[] | null,
  grants: Grants,
  sequence: readonly [oid: number, name: string, schema: string, grants: Grants, ...SequenceCells] | null,
  tableOwner: string,
]

/** The constraint that PostgreSQL 18 makes of a NOT NULL. */
type NotNull = readonly [oid: number, name: string, noInherit: boolean, valid: boolean]

type Row = readonly [
  relation: number,
  position: number,
  name: string,
  type: string,
  notNull: boolean,
  local: boolean,
  typeStorage: string,
  default_: readonly [oid: number, expression: string] | null,
  constraint: NotNull | null,
  extras: Extras | null,
]

/** Something that most columns do not have. */
const says = `a.attcollation <> t.typcollation OR a.attidentity <> '' OR a.attgenerated <> ''
          OR a.attstorage <> t.typstorage OR a.attcompression <> '' OR coalesce(a.attstattarget, -1) >= 0
          OR a.attoptions IS NOT NULL OR a.attfdwoptions IS NOT NULL OR a.attacl IS NOT NULL`

export const columns: Reader<Row> = {
  name: 'columns',
  rows: (version) => `
    SELECT json_build_array(a.attrelid::int8, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      a.attislocal, t.typstorage, CASE WHEN d.oid IS NOT NULL THEN json_build_array(d.oid::int8, pg_get_expr(d.adbin, d.adrelid)) END,
      ${version >= 180000 ? 'CASE WHEN n.oid IS NOT NULL THEN json_build_array(n.oid::int8, n.conname, n.connoinherit, n.convalidated) END' : 'NULL'},
      CASE WHEN ${says} THEN json_build_array(
        CASE WHEN a.attcollation <> t.typcollation THEN (
          SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
          FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = a.attcollation) END,
        a.attidentity, a.attgenerated, CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, a.attcompression,
        CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END, to_json(a.attoptions), to_json(a.attfdwoptions),
        to_json(a.attacl::text[]),
        CASE WHEN a.attidentity <> '' THEN (
          SELECT json_build_array(x.oid::int8, x.relname, xn.nspname, to_json(x.relacl::text[]), ${sequenceCells('s', 'x')})
          FROM pg_depend o JOIN pg_class x ON x.oid = o.objid JOIN pg_sequence s ON s.seqrelid = x.oid
          JOIN pg_namespace xn ON xn.oid = x.relnamespace
          WHERE o.classid = 'pg_class'::regclass AND o.refclassid = 'pg_class'::regclass AND o.refobjid = a.attrelid
            AND o.refobjsubid = a.attnum AND o.deptype = 'i') END, pg_get_userbyid(c.relowner)) END)
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname !~ '${parkedNames}'
    JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    ${version >= 180000 ? `LEFT JOIN pg_constraint n ON n.conrelid = a.attrelid AND n.contype = 'n' AND n.conkey[1] = a.attnum` : ''}
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND ${inManagedSchema('c.relnamespace')}
      AND ${isUsers('pg_class', 'c.oid')}
    ORDER BY a.attrelid, a.attnum`,
  register(rows, { addresses, addColumn, addNotNull }) {
    for (const [relation, position, name, type, , , typeStorage, default_, constraint, extras] of rows) {
      const owner = addresses.find(catalogs.class, relation)
      if (owner === undefined) continue
      if (isColumnOwner(owner)) {
        const column = partId('column', owner, name)
        addresses.registerColumn(relation, position, column)
        if (constraint) addNotNull(column, constraint[1])
        const generated = extras?.[2]
        if (default_)
          addresses.register(
            catalogs.attrdef,
            default_[0],
            generated ? column : partId('default', owner, name),
          )
      } else {
        addColumn(relation, { position, name, type, typeStorage, ...plainExtras(extras) })
        if (default_) addresses.register(catalogs.attrdef, default_[0], partId('default', owner, name))
      }
    }
  },
  *build(rows, context) {
    for (const row of rows) yield* build(row, context)
  },
}

function* build(row: Row, context: ReadingContext): Iterable<CatalogObject> {
  const [relation, position, name, , , , , default_, , extras] = row
  const owner = context.addresses.find(catalogs.class, relation)
  if (owner === undefined) return
  const column = isColumnOwner(owner) ? context.addresses.find(catalogs.class, relation, position) : undefined
  if (column !== undefined) yield buildColumn(row, column, owner, context)
  if (default_ && !extras?.[2]) {
    const parent = column ?? owner
    yield {
      id: partId('default', owner, name),
      kind: 'default',
      schema: null,
      name,
      parent,
      needs: [parent, ...context.needs(catalogs.attrdef, default_[0])],
      comment: null,
      owner: null,
      grants: null,
      attributes: { expression: default_[1] },
      facts: {},
    }
  }
}

function buildColumn(row: Row, column: ObjectId, owner: ObjectId, context: ReadingContext): ColumnObject {
  const [relation, position, name, , , , typeStorage, default_, constraint, extras] = row
  const own = context.needs(catalogs.class, relation, position)
  const computed = extras?.[2] && default_ ? context.needs(catalogs.attrdef, default_[0]) : []
  return {
    id: column,
    kind: 'column',
    schema: null,
    name,
    parent: owner,
    needs:
      own.length + computed.length === 0
        ? [owner]
        : [owner, ...own, ...computed].filter((id) => id !== column),
    comment: context.comment(catalogs.class, relation, position),
    owner: null,
    grants: extras && columnGrants(extras),
    attributes: attributes(row, column, owner, context),
    facts: {
      position,
      typeStorage,
      notNullConstraint: constraint?.[1] ?? null,
      tableOwner: extras?.[10] ?? null,
    },
  }
}

type Attributes = ColumnObject['attributes']

/** Most columns have nothing but a type: those of one type share one record. */
function plainAttributes([, , , type, notNull, local]: Row): Attributes {
  const key = `${notNull ? '!' : ''}${local ? '' : '^'}${type}`
  const known = plain.get(key)
  if (known) return known
  const made: Attributes = {
    type,
    collation: null,
    notNull,
    notNullName: null,
    notNullNoInherit: false,
    notNullValid: true,
    notNullComment: null,
    identity: null,
    generated: null,
    storage: null,
    compression: null,
    statistics: null,
    options: [],
    foreignOptions: [],
    local,
  }
  plain.set(key, made)
  return made
}

const plain = new Map<string, Attributes>()

const noExtras: Extras = [null, '', '', null, '', null, null, null, null, null, '']

function attributes(row: Row, column: ObjectId, owner: ObjectId, context: ReadingContext): Attributes {
  const [relation, , name, type, notNull, local, , default_, constraint, extras] = row
  const ownName =
    constraint && notNullName(constraint, owner, name, inheritedNotNull(relation, name, context))
  const notNullComment = constraint && context.comment(catalogs.constraint, constraint[0])
  const isUsual = constraint === null || (constraint[3] && !constraint[2])
  if (!extras && isUsual && ownName === null && notNullComment === null) return plainAttributes(row)
  const [collation, , generated, storage, compression, statistics, options, foreign] = extras ?? noExtras
  return {
    type,
    collation,
    notNull,
    notNullName: ownName,
    notNullNoInherit: constraint?.[2] ?? false,
    notNullValid: constraint?.[3] ?? true,
    notNullComment,
    identity: extras && identity(extras, context),
    generated: generated
      ? { kind: generated === 's' ? 'stored' : 'virtual', expression: default_?.[1] ?? '' }
      : null,
    storage,
    compression: compression || null,
    statistics,
    options: options ?? [],
    foreignOptions: foreignOptions(foreign, column, context),
    local,
  }
}

function isColumnOwner(id: string): boolean {
  return id.startsWith('table:') || id.startsWith('foreign-table:')
}

/** PostgreSQL 18 names every NOT NULL; only a name that is neither the parent's nor the usual one says something. */
function notNullName(
  [, name]: NotNull,
  owner: string,
  column: string,
  inherited: string | undefined,
): string | null {
  const expected = inherited ?? chosenName(nameOf(owner), column, 'not_null')
  return name === expected ? null : name
}

function inheritedNotNull(relation: number, column: string, context: ReadingContext): string | undefined {
  for (const parent of context.parentsOf(relation)) {
    const name = context.notNullOf(partId('column', parent, column))
    if (name !== undefined) return name
  }
  return undefined
}

function identity(extras: Extras, context: ReadingContext): IdentityAttributes | null {
  if (!extras[1] || !extras[9]) return null
  const [oid, sequenceName, sequenceSchema, , ...cells] = extras[9]
  const sequence: SequenceAttributes = readSequence(cells)
  const comment = context.comment(catalogs.class, oid)
  return { always: extras[1] === 'a', sequenceName, sequenceSchema, sequence, comment }
}

/** Its own, and those of the sequence of its identity (catalog/privileges.ts). */
function columnGrants(extras: Extras): Grants {
  const ofSequence = extras[9]?.[3]?.map((item) => `(sequence) ${item}`) ?? []
  return extras[8] || ofSequence.length > 0 ? [...(extras[8] ?? []), ...ofSequence] : null
}

/** What columns of views and of composite types have. */
function plainExtras(extras: Extras | null) {
  return {
    collation: extras?.[0] ?? null,
    storage: extras?.[3] ?? null,
    compression: extras?.[4] || null,
    statistics: extras?.[5] ?? null,
    options: extras?.[6] ?? [],
    grants: extras?.[8] ?? null,
  }
}
