import { schemaId } from '../../catalog/identify.ts'
import { parkedNames } from '../../catalog/parked.ts'
import type { SequenceAttributes } from '../../catalog/relations.ts'
import { quoteQualified } from '../../sql/quote.ts'
import { catalogs } from './address.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import type { Grants, Reader } from './reader.ts'

export type SequenceCells = readonly [
  type: string,
  start: string,
  increment: string,
  min: string,
  max: string,
  cache: string,
  cycle: boolean,
  persistence: 'p' | 'u' | 't',
]

/** 64-bit numbers travel as text: JSON numbers would lose the last digits. */
export function sequenceCells(sequence: string, relation: string): string {
  const s = sequence
  return `format_type(${s}.seqtypid, NULL), ${s}.seqstart::text, ${s}.seqincrement::text, ${s}.seqmin::text,
    ${s}.seqmax::text, ${s}.seqcache::text, ${s}.seqcycle, ${relation}.relpersistence`
}

export function readSequence(cells: SequenceCells): SequenceAttributes {
  const [type, start, increment, min, max, cache, cycle, persistence] = cells
  return {
    type,
    start,
    increment,
    min,
    max,
    cache,
    cycle,
    persistence: persistence === 'u' ? 'unlogged' : 'permanent',
  }
}

type Row = readonly [
  oid: number,
  schema: number,
  name: string,
  owner: string,
  grants: Grants,
  ownedBy: readonly [relation: number, position: number] | null,
  isIdentity: boolean,
  ...SequenceCells,
]

export const sequences: Reader<Row> = {
  name: 'sequences',
  rows: () => `
    SELECT json_build_array(c.oid::int8, c.relnamespace::int8, c.relname, pg_get_userbyid(c.relowner),
      to_json(c.relacl::text[]),
      CASE WHEN o.refobjid IS NOT NULL THEN json_build_array(o.refobjid::int8, o.refobjsubid) END,
      coalesce(o.deptype = 'i', false), ${sequenceCells('s', 'c')})
    FROM pg_class c
    JOIN pg_sequence s ON s.seqrelid = c.oid
    LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.objsubid = 0
      AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
    WHERE c.relkind = 'S' AND c.relname !~ '${parkedNames}' AND ${inManagedSchema('c.relnamespace')} AND ${isUsers('pg_class', 'c.oid')}`,
  register(rows, { addresses }) {
    for (const [oid, , , , , ownedBy, isIdentity] of rows) {
      const column = ownedBy && addresses.find(catalogs.class, ownedBy[0], ownedBy[1])
      if (isIdentity && column) addresses.register(catalogs.class, oid, column)
    }
  },
  *build(rows, context) {
    for (const [oid, schemaOid, name, owner, grants, ownedBy, isIdentity, ...cells] of rows) {
      if (isIdentity) continue
      const schema = context.schemaName(schemaOid)
      const column = ownedBy ? context.addresses.find(catalogs.class, ownedBy[0], ownedBy[1]) : undefined
      yield {
        id: `sequence:${quoteQualified(schema, name)}`,
        kind: 'sequence',
        schema,
        name,
        parent: schemaId(schema),
        needs: [schemaId(schema)],
        comment: context.comment(catalogs.class, oid),
        owner,
        grants,
        attributes: { ...readSequence(cells), ownedBy: column ?? null },
        facts: {},
      }
    }
  },
}
