import fc from 'fast-check'
import {
  columnName,
  columns,
  composite,
  condition,
  constraint,
  domain,
  enumType,
  index,
  plainTable,
  sequence,
  table,
  trigger,
  value,
  view,
} from './pools.ts'
import { list, oneOf, perhaps, statement } from './statement.ts'

const action = oneOf(
  '',
  ' ON DELETE CASCADE',
  ' ON DELETE SET NULL ON UPDATE CASCADE',
  ' DEFERRABLE INITIALLY DEFERRED',
)

export const tableConstraint: fc.Arbitrary<string> = fc.oneof(
  statement`PRIMARY KEY (${list(oneOf('id', 'e', 'u'), { max: 2 })})`,
  statement`UNIQUE${oneOf('', ' NULLS NOT DISTINCT')} (${list(columnName, { max: 2 })})${oneOf('', ' INCLUDE (b)', ' DEFERRABLE')}`,
  statement`CHECK (${condition})${oneOf('', ' NO INHERIT')}`,
  statement`FOREIGN KEY (${oneOf('n', 'id')}) REFERENCES ${table}${oneOf('', ' (id)', ' (n)')}${action}`,
  statement`EXCLUDE USING gist (r WITH &&)${perhaps(statement` WHERE (${condition})`)}`,
)

const select = fc.oneof(
  statement`SELECT ${list(columnName, { max: 4 })} FROM ${table}${perhaps(statement` WHERE ${condition}`)}`,
  statement`SELECT * FROM ${fc.oneof(table, view)}`,
  statement`SELECT id, ${value} AS x FROM ${table}`,
  statement`SELECT x.id, x.n, y.t, y.e FROM ${table} x LEFT JOIN ${fc.oneof(table, view)} y USING (id)`,
  statement`SELECT id, n, t, count(*) AS many FROM ${table} GROUP BY id`,
  statement`SELECT id, ${oneOf('n', 't', 'b')} FROM ${fc.oneof(table, view)} UNION ALL SELECT id, ${oneOf('n', 't', 'b')} FROM ${table}`,
  statement`SELECT x AS whole, x.id FROM ${table} x`,
  statement`SELECT * FROM rows_of()`,
  statement`WITH RECURSIVE up AS (SELECT id, n FROM ${table} UNION SELECT x.id, x.n FROM up JOIN ${plainTable} x ON x.id = up.n) SELECT * FROM up`,
  statement`SELECT id, row_number() OVER (PARTITION BY e ORDER BY n) AS place, e FROM ${table}`,
)

const routines = fc.oneof(
  statement`CREATE OR REPLACE FUNCTION twice(v ${oneOf('integer', 'bigint', 'amount')}) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT (v * 2)::integer'`,
  statement`CREATE OR REPLACE FUNCTION shout(v text) RETURNS text IMMUTABLE ${oneOf(`LANGUAGE sql RETURN upper(v)`, `LANGUAGE plpgsql AS 'BEGIN RETURN upper(v); END'`)}`,
  statement`CREATE FUNCTION rows_of() RETURNS SETOF ${fc.oneof(table, view)} LANGUAGE sql ${oneOf(`AS 'SELECT NULL'`, "STABLE AS 'SELECT NULL'")}`,
  statement`CREATE OR REPLACE FUNCTION s.twice(${fc.oneof(table, enumType, composite, domain)}) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(id) FROM ${table}; END`,
  statement`CREATE OR REPLACE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN ${oneOf('NEW', 'NULL', 'OLD')}; END'`,
  statement`CREATE OR REPLACE PROCEDURE tidy(${oneOf('', 'mood', 'INOUT n integer')}) LANGUAGE sql AS 'SELECT 1'`,
  statement`CREATE OR REPLACE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer${oneOf('', `, INITCOND = '0'`)})`,
)

const relations = fc.oneof(
  statement`CREATE TABLE ${plainTable} (${columns}${perhaps(statement`, ${tableConstraint}`)})`,
  statement`CREATE TABLE kid (${columns}) INHERITS (${list(plainTable, { max: 2 })})`,
  {
    weight: 6,
    arbitrary: statement`CREATE VIEW ${view}${oneOf('', '', ' WITH (security_barrier)')} AS ${select}`,
  },
  { weight: 2, arbitrary: statement`CREATE MATERIALIZED VIEW ${oneOf('m', 's.m')} AS ${select}` },
  statement`CREATE SEQUENCE ${sequence}${oneOf('', ' AS smallint', ' INCREMENT 5 CYCLE', ' OWNED BY a.id')}`,
)

const parts = fc.oneof(
  statement`CREATE ${oneOf('', 'UNIQUE ')}INDEX ${index} ON ${fc.oneof(table, oneOf('m', 's.m'))} (${list(fc.oneof(columnName, statement`(${value})`), { max: 2 })})${perhaps(statement` WHERE ${condition}`)}`,
  statement`CREATE INDEX ${index} ON ${table} USING ${oneOf('gist (r)', 'gin (j)', 'gin (l)', 'hash (t)', 'brin (d)', 'btree (t text_pattern_ops DESC)', 'btree (n) INCLUDE (t)', 'spgist (t)')}`,
  statement`ALTER TABLE ${table} ADD CONSTRAINT ${constraint} ${tableConstraint}${oneOf('', '', ' NOT VALID')}`,
  statement`CREATE TRIGGER ${trigger} ${oneOf('BEFORE INSERT', 'AFTER UPDATE OF n', 'BEFORE UPDATE OR DELETE')} ON ${table} FOR EACH ROW ${perhaps(statement`WHEN (pg_trigger_depth() < 2)`)} EXECUTE FUNCTION stamp()`,
  statement`CREATE TRIGGER ${trigger} INSTEAD OF INSERT ON ${view} FOR EACH ROW EXECUTE FUNCTION stamp()`,
  statement`CREATE RULE ${trigger} AS ON ${oneOf('DELETE', 'UPDATE', 'INSERT')} TO ${fc.oneof(table, view)} DO ${oneOf('INSTEAD NOTHING', `ALSO SELECT 1`, 'INSTEAD SELECT old.id')}`,
  statement`CREATE POLICY ${trigger} ON ${table} USING (${condition})`,
  statement`CREATE STATISTICS ${oneOf('st', 's.st')} ON ${list(columnName, { min: 2 })} FROM ${table}`,
  statement`COMMENT ON ${fc.oneof(
    statement`TABLE ${table}`,
    statement`COLUMN ${fc.oneof(table, view)}.${columnName}`,
    statement`VIEW ${view}`,
    statement`INDEX ${index}`,
    statement`CONSTRAINT ${constraint} ON ${table}`,
    statement`TRIGGER ${trigger} ON ${table}`,
    statement`TYPE ${fc.oneof(enumType, composite)}`,
    statement`DOMAIN ${domain}`,
    statement`FUNCTION twice`,
    statement`SEQUENCE ${sequence}`,
  )} IS ${oneOf(`'words'`, `'other ''words'''`)}`,
  statement`ALTER VIEW ${view} ALTER ${columnName} SET DEFAULT 1`,
  statement`CREATE PUBLICATION news FOR TABLE ${table}${oneOf('', ' (id)')}`,
)

const types = fc.oneof(
  statement`CREATE TYPE ${enumType} AS ENUM (${oneOf(`'sad', 'ok', 'happy'`, `'ok'`, `'ok', 'so so', 'sad'`)})`,
  statement`CREATE DOMAIN ${domain} AS ${oneOf('integer CHECK (VALUE >= 0)', 'text', `varchar(30) DEFAULT 'x'`, 'numeric NOT NULL', 'mood', 'bigint')}`,
  statement`CREATE TYPE ${composite} AS (x ${oneOf('integer', 'bigint', 'amount')}, y ${oneOf('text', 's.word', 'mood')})`,
  statement`CREATE TYPE span AS RANGE (SUBTYPE = ${oneOf('integer', 'bigint', 'amount', 'float8')})`,
)

/** What nearly every schema has, so that the rest finds something to stand on. */
export const groundwork: readonly string[] = [
  'CREATE SCHEMA s',
  `CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')`,
  `CREATE TYPE s.mood AS ENUM ('ok', 'sad')`,
  `CREATE DOMAIN amount AS integer CHECK (VALUE >= 0)`,
  `CREATE TYPE "Odd enum" AS ENUM ('ok', 'sad', '')`,
  'CREATE DOMAIN s.word AS text',
  'CREATE TYPE pair AS (x integer, y text)',
  'CREATE TYPE s.pair AS (x amount, y mood)',
  'CREATE TYPE span AS RANGE (SUBTYPE = integer)',
  'CREATE SEQUENCE counter',
  `CREATE FUNCTION twice(v integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT v * 2'`,
  `CREATE FUNCTION shout(v text) RETURNS text LANGUAGE sql IMMUTABLE RETURN upper(v)`,
  `CREATE FUNCTION rows_of() RETURNS SETOF pair LANGUAGE sql AS 'SELECT NULL'`,
  `CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
]

/** Most of the tables there can be: what comes later is about them. */
export const tables: fc.Arbitrary<string[]> = fc
  .tuple(
    ...['a', 'b', 'c', '"D d"', 's.a', 's.item'].map((name) =>
      fc.option(statement`CREATE${oneOf('', '', '', ' UNLOGGED')} TABLE ${oneOf(name)} (${columns})`, {
        freq: 8,
      }),
    ),
    fc.option(
      statement`CREATE TABLE kid (own integer${oneOf('', ', n bigint NOT NULL', `, t text DEFAULT 'own'`)}) INHERITS (${plainTable})`,
    ),
    fc.option(statement`CREATE TABLE "of type" OF ${composite}`),
  )
  .map((made) => made.filter((each) => each !== null))

export const partitions: fc.Arbitrary<string[]> = fc
  .tuple(
    columns,
    fc.constantFrom(
      ['RANGE (k)', 'FOR VALUES FROM (0) TO (10)', 'FOR VALUES FROM (10) TO (MAXVALUE)'],
      ['LIST (k)', 'FOR VALUES IN (1, 2)', 'DEFAULT'],
      ['HASH (k)', 'FOR VALUES WITH (MODULUS 2, REMAINDER 0)', 'FOR VALUES WITH (MODULUS 2, REMAINDER 1)'],
      ['LIST (e)', `FOR VALUES IN ('ok')`, 'DEFAULT'],
    ),
  )
  .map(([some, [key, one, other]]) => [
    `CREATE TABLE parts (k integer NOT NULL, ${some.replaceAll(/ PRIMARY KEY| UNIQUE/g, '')}) PARTITION BY ${key}`,
    `CREATE TABLE parts_1 PARTITION OF parts ${one}`,
    `CREATE TABLE parts_2 PARTITION OF parts ${other}`,
  ])

export const creation: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: types },
  { weight: 2, arbitrary: routines },
  { weight: 6, arbitrary: relations },
  { weight: 6, arbitrary: parts },
)
