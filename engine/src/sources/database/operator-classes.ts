import { pathOf } from '../../catalog/identify.ts'
import { catalogs } from './address.ts'
import { inManagedSchema, isUsers } from './managed.ts'
import { plainReader } from './plain-reader.ts'
import type { Reader } from './reader.ts'

export const operatorFamilies = plainReader({
  name: 'operator families',
  kind: 'operator-family',
  catalog: 'opfamily',
  table: 'pg_opfamily',
  columns: { name: 'o.opfname', schema: 'opfnamespace', owner: 'opfowner' },
  path: `quote_ident(o.opfname) || ' USING ' || ${methodName('o.opfmethod')}`,
  attributes: () => ({}),
})

/** A class owns the members that pg_depend ties to it, as pg_dump sees it; all others are the family's. */
export const operatorClasses = plainReader({
  name: 'operator classes',
  kind: 'operator-class',
  catalog: 'opclass',
  table: 'pg_opclass',
  columns: { name: 'o.opcname', schema: 'opcnamespace', owner: 'opcowner' },
  path: `quote_ident(o.opcname) || ' USING ' || ${methodName('o.opcmethod')}`,
  parts: `(
    SELECT json_agg(json_build_array(d.classid::int8, d.objid::int8)) FROM pg_depend d
    WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = o.oid
      AND d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass))`,
  attributes: () => ({
    isDefault: 'o.opcdefault',
    type: 'format_type(o.opcintype, NULL)',
    family: familyName('o.opcfamily'),
    storage: `CASE WHEN o.opckeytype <> 0 THEN format_type(o.opckeytype, NULL) END`,
    members: `(
      SELECT coalesce(json_agg(m.definition ORDER BY m.what, m.number, m.definition), '[]')
      FROM (${members()}) m JOIN pg_depend d ON d.classid = m.catalog AND d.objid = m.oid
      WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = o.oid)`,
  }),
})

type MemberRow = readonly [catalog: number, oid: number, family: number, slot: string, definition: string]

export const operatorFamilyMembers: Reader<MemberRow> = {
  name: 'operator family members',
  rows: () => `
    SELECT json_build_array(m.catalog::oid::int8, m.oid::int8, f.oid::int8, m.slot, m.definition)
    FROM pg_opfamily f
    JOIN pg_depend d ON d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = f.oid
    JOIN (${members()}) m ON d.classid = m.catalog AND d.objid = m.oid
    WHERE ${inManagedSchema('f.opfnamespace')} AND ${isUsers('pg_opfamily', 'f.oid')}`,
  register(rows, { addresses }) {
    for (const [catalog, oid, family, slot] of rows) {
      const owner = addresses.find(catalogs.opfamily, family)
      if (owner) addresses.register(catalog, oid, memberId(owner, slot))
    }
  },
  *build(rows, context) {
    for (const [catalog, oid, family, slot, definition] of rows) {
      const owner = context.addresses.find(catalogs.opfamily, family)
      if (!owner) continue
      yield {
        id: memberId(owner, slot),
        kind: 'operator-family-member',
        schema: null,
        name: slot,
        parent: owner,
        needs: [owner, ...context.needs(catalog, oid)],
        comment: null,
        owner: null,
        grants: null,
        attributes: { definition },
        facts: { slot },
      }
    }
  },
}

function memberId(family: string, slot: string): string {
  return `operator-family-member:${pathOf(family)} ${slot}`
}

/** SQL: all members of families, with what CREATE OPERATOR CLASS and ALTER OPERATOR FAMILY call them. */
function members(): string {
  const types = (left: string, right: string) =>
    `'(' || format_type(${left}, NULL) || ', ' || format_type(${right}, NULL) || ')'`
  return `
    SELECT 'pg_amop'::regclass AS catalog, a.oid, 2 AS what, a.amopstrategy AS number,
      'OPERATOR ' || a.amopstrategy || ' ' || ${types('a.amoplefttype', 'a.amoprighttype')} AS slot,
      'OPERATOR ' || a.amopstrategy || ' ' || a.amopopr::regoperator
        || CASE WHEN a.amopsortfamily <> 0 THEN ' FOR ORDER BY ' || ${familyName('a.amopsortfamily')} ELSE '' END
        AS definition
    FROM pg_amop a
    UNION ALL
    SELECT 'pg_amproc'::regclass, p.oid, 1, p.amprocnum,
      'FUNCTION ' || p.amprocnum || ' ' || ${types('p.amproclefttype', 'p.amprocrighttype')},
      'FUNCTION ' || p.amprocnum || ' ' || ${types('p.amproclefttype', 'p.amprocrighttype')} || ' ' || p.amproc::regprocedure
    FROM pg_amproc p`
}

function methodName(oid: string): string {
  return `(SELECT quote_ident(m.amname) FROM pg_am m WHERE m.oid = ${oid})`
}

function familyName(oid: string): string {
  return `(SELECT quote_ident(fn.nspname) || '.' || quote_ident(fo.opfname)
    FROM pg_opfamily fo JOIN pg_namespace fn ON fn.oid = fo.opfnamespace WHERE fo.oid = ${oid})`
}
