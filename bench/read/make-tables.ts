import type { Database } from '../../engine/src/postgres/database.ts'

/** Tables of ten columns, one foreign key and one index each: seventeen objects. */
export async function makeTables(database: Database, count: number): Promise<void> {
  // a transaction has room for so many locks
  for (let first = 1; first <= count; first += batch)
    await database.query(createTables(first, Math.min(count, first + batch - 1)))
  await database.query('ANALYZE')
}

const batch = 500

function createTables(first: number, last: number): string {
  return `DO $$ BEGIN
    FOR i IN ${first}..${last} LOOP
      EXECUTE format('CREATE TABLE t%s (id bigint PRIMARY KEY, a int NOT NULL DEFAULT 0, b text,
        c timestamptz NOT NULL DEFAULT now(), d numeric(10,2), e varchar(80), f boolean NOT NULL DEFAULT false,
        g date, h jsonb, parent bigint%s)', i, CASE WHEN i > 1 THEN ' REFERENCES t' || (i - 1) ELSE '' END);
      EXECUTE format('CREATE INDEX ON t%s (b, c DESC)', i);
    END LOOP;
  END $$`
}
