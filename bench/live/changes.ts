/** A change of the table that the load works on: what the schema is before and after, as SQL. */
export interface LiveChange {
  readonly name: string
  readonly before: string
  readonly after: string
  /** What a person decides beforehand. */
  readonly accept: readonly string[]
}

interface Shape {
  readonly columns?: Readonly<Record<string, string | null>>
  readonly more?: string
}

const columns = {
  id: 'integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
  account_id: 'integer',
  amount: 'integer NOT NULL DEFAULT 0',
  code: 'text',
  note: 'text',
}

/** Changes that stop people most often, one at a time. */
export const liveChanges: readonly LiveChange[] = [
  change('add an index', { more: 'CREATE INDEX events_account_idx ON events (account_id);' }),
  change('add a NOT NULL column, constant default', { columns: { state: `text NOT NULL DEFAULT 'new'` } }),
  change('add a NOT NULL column, volatile default', {
    columns: { token: 'uuid NOT NULL DEFAULT gen_random_uuid()' },
  }),
  change('add a foreign key', { columns: { account_id: 'integer REFERENCES accounts' } }),
  change('SET NOT NULL', { columns: { account_id: 'integer NOT NULL' } }),
  change('add a check', {
    columns: { amount: 'integer NOT NULL DEFAULT 0 CONSTRAINT events_amount_check CHECK (amount >= 0)' },
  }),
  change('integer to bigint', { columns: { amount: 'bigint NOT NULL DEFAULT 0' } }),
  change('add a unique constraint', { columns: { code: 'text UNIQUE' } }),
  change('rename a column', { columns: { note: null, remark: 'text' } }, [
    'rename:public.events.note=remark',
  ]),
  change('drop a column', { columns: { note: null } }, ['drop:public.events.note']),
]

function change(name: string, after: Shape, accept: readonly string[] = []): LiveChange {
  return { name, before: schema({}), after: schema(after), accept }
}

function schema({ columns: other = {}, more = '' }: Shape): string {
  const lines = Object.entries({ ...columns, ...other }).flatMap(([name, type]) =>
    type === null ? [] : [`  ${name} ${type}`],
  )
  return `CREATE TABLE accounts (id integer PRIMARY KEY);\nCREATE TABLE events (\n${lines.join(',\n')}\n);\n${more}\n`
}

export function seed(rows: number): string {
  return `INSERT INTO accounts SELECT generate_series(1, 10000);
    INSERT INTO events (account_id, amount, code, note)
      SELECT 1 + i % 10000, i % 1000, md5(i::text), 'note ' || i FROM generate_series(1, ${rows}) i;
    VACUUM ANALYZE accounts; VACUUM ANALYZE events`
}
