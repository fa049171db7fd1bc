import type { CatalogObject } from '../../catalog/catalog.ts'
import { partId, schemaId } from '../../catalog/identify.ts'
import { chosenName } from '../../sql/chosen-name.ts'
import { quoteQualified } from '../../sql/quote.ts'
import { catalogs } from './address.ts'
import { baseTypeOptions } from './base-type-options.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import { present } from './present.ts'
import type { Grants, Reader, ReadingContext } from './reader.ts'

type Domain = readonly [
  type: string,
  collation: string | null,
  notNull: boolean,
  default_: string | null,
  notNullConstraint: readonly [oid: number, name: string] | null,
]
type Range = readonly [
  subtype: string,
  operatorClass: string | null,
  collation: string | null,
  canonical: string | null,
  difference: string | null,
  multirange: string,
  multirangeOid: number,
]

type Row = readonly [
  oid: number,
  schema: number,
  name: string,
  type: 'e' | 'd' | 'r' | 'c' | 'b' | 'p',
  array: number,
  relation: number,
  defined: boolean,
  owner: string,
  grants: Grants,
  detail: unknown,
]

/** User-defined types but the row types of tables and views. */
export const types: Reader<Row> = {
  name: 'types',
  rows: (version) => `
    SELECT json_build_array(t.oid::int8, t.typnamespace::int8, t.typname, t.typtype, t.typarray::int8, t.typrelid::int8,
      t.typisdefined, pg_get_userbyid(t.typowner), to_json(t.typacl::text[]),
      CASE t.typtype
        WHEN 'e' THEN (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
        WHEN 'd' THEN json_build_array(format_type(t.typbasetype, t.typtypmod),
          CASE WHEN t.typcollation <> (SELECT b.typcollation FROM pg_type b WHERE b.oid = t.typbasetype)
            THEN ${collationName('t.typcollation')} END, t.typnotnull,
          coalesce(pg_get_expr(t.typdefaultbin, 'pg_type'::regclass), t.typdefault),
          (SELECT json_build_array(k.oid::int8, k.conname) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n'))
        WHEN 'r' THEN (
          SELECT json_build_array(format_type(r.rngsubtype, NULL),
            CASE WHEN NOT oc.opcdefault THEN ${nameIn('pg_namespace', 'oc.opcnamespace', 'oc.opcname')} END,
            CASE WHEN r.rngcollation <> sub.typcollation THEN ${collationName('r.rngcollation')} END,
            nullif(r.rngcanonical, 0)::regproc::text, nullif(r.rngsubdiff, 0)::regproc::text,
            (SELECT ${nameIn('pg_namespace', 'm.typnamespace', 'm.typname')} FROM pg_type m WHERE m.oid = r.rngmultitypid),
            r.rngmultitypid::int8)
          FROM pg_range r JOIN pg_opclass oc ON oc.oid = r.rngsubopc JOIN pg_type sub ON sub.oid = r.rngsubtype
          WHERE r.rngtypid = t.oid)
        WHEN 'b' THEN (${baseTypeOptions('t', version)})
      END)
    FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c' OR t.typtype = 'p' AND NOT t.typisdefined
        OR t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type el WHERE el.typarray = t.oid))
      AND ${inManagedSchema('t.typnamespace')} AND ${isUsers('pg_type', 't.oid')}`,
  register(rows, { addresses, ...context }) {
    for (const row of rows) {
      const [oid, schema, name, type, array, relation, , , , detail] = row
      const id = `${kinds[type]}:${quoteQualified(context.schemaName(schema), name)}`
      addresses.register(catalogs.type, oid, id)
      if (array) addresses.register(catalogs.type, array, id)
      if (relation) addresses.register(catalogs.class, relation, id)
      if (type === 'r') addresses.register(catalogs.type, (detail as Range)[6], id)
    }
  },
  *build(rows, context) {
    for (const row of rows) yield build(row, context)
  },
}

const kinds = { e: 'enum', d: 'domain', r: 'range', c: 'composite', b: 'base-type', p: 'base-type' } as const

export function nameIn(table: string, schemaOid: string, name: string): string {
  return `(SELECT quote_ident(q.nspname) || '.' || quote_ident(${name}) FROM ${table} q WHERE q.oid = ${schemaOid})`
}

export function collationName(oid: string): string {
  return `(SELECT quote_ident(qn.nspname) || '.' || quote_ident(q.collname) FROM pg_collation q
    JOIN pg_namespace qn ON qn.oid = q.collnamespace WHERE q.oid = ${oid})`
}

function build(row: Row, context: ReadingContext): CatalogObject {
  const [oid, schemaOid, name, type, , relation, defined, owner, grants, detail] = row
  const schema = context.schemaName(schemaOid)
  const base = {
    id: `${kinds[type]}:${quoteQualified(schema, name)}`,
    schema,
    name,
    parent: schemaId(schema),
    needs: [schemaId(schema), ...context.needs(catalogs.type, oid)],
    comment: context.comment(catalogs.type, oid),
    owner,
    grants,
    facts: {},
  }
  switch (type) {
    case 'e':
      return { ...base, kind: 'enum', attributes: { labels: (detail as string[] | null) ?? [] } }
    case 'd': {
      const [baseType, collation, notNull, default_, constraint] = detail as Domain
      const isUsual = constraint?.[1] === chosenName(name, null, 'not_null')
      return {
        ...base,
        kind: 'domain',
        attributes: {
          type: baseType,
          collation,
          notNull,
          notNullName: constraint && !isUsual ? constraint[1] : null,
          notNullComment: constraint && context.comment(catalogs.constraint, constraint[0]),
          default: default_,
        },
      }
    }
    case 'r': {
      const [subtype, operatorClass, collation, canonical, difference, multirange] = detail as Range
      return {
        ...base,
        kind: 'range',
        attributes: { subtype, operatorClass, collation, canonical, difference, multirange },
      }
    }
    case 'c': {
      const columns = context.columnsOf(relation)
      const attributes = columns.map(({ position, name: attribute, type: attributeType, collation }) => ({
        name: attribute,
        type: attributeType,
        collation,
        comment: context.comment(catalogs.class, relation, position),
      }))
      const needs = [
        ...base.needs,
        ...context.needs(catalogs.class, relation),
        ...columns.flatMap(({ position }) => context.needs(catalogs.class, relation, position)),
      ].filter((id) => id !== base.id)
      return { ...base, kind: 'composite', needs, attributes: { attributes } }
    }
    case 'b':
    case 'p':
      return {
        ...base,
        kind: 'base-type',
        attributes: { defined, options: (detail as string[] | null) ?? [] },
      }
  }
}

type DomainConstraintRow = readonly [
  oid: number,
  domain: number,
  name: string,
  definition: string | null,
  validated: boolean,
]

export const domainConstraints: Reader<DomainConstraintRow> = {
  name: 'domain constraints',
  rows: () => `
    SELECT json_build_array(k.oid::int8, k.contypid::int8, k.conname, pg_get_constraintdef(k.oid), k.convalidated)
    FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid
    WHERE k.contype = 'c' AND ${inManagedSchema('t.typnamespace')} AND ${isUsers('pg_type', 't.oid')}`,
  register(rows, { addresses }) {
    for (const [oid, domain, name] of rows) {
      const id = addresses.find(catalogs.type, domain)
      if (id) addresses.register(catalogs.constraint, oid, partId('domain-constraint', id, name))
    }
  },
  *build(rows, context) {
    for (const [oid, domain, name, constraint, validated] of rows) {
      const definition = present(constraint)
      const parent = context.addresses.find(catalogs.type, domain)
      if (!parent) continue
      yield {
        id: partId('domain-constraint', parent, name),
        kind: 'domain-constraint',
        schema: null,
        name,
        parent,
        needs: [parent, ...context.needs(catalogs.constraint, oid)],
        comment: context.comment(catalogs.constraint, oid),
        owner: null,
        grants: null,
        attributes: { definition: validated ? definition : definition.replace(/ NOT VALID$/, ''), validated },
        facts: {},
      }
    }
  },
}
