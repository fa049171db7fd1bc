import { type LiveColumn, type LiveShape, shapeAsSql } from './shape.ts'

/** A change of the table that the load works on: what the schema is before and after. */
export interface LiveChange {
  readonly name: string
  readonly before: string
  readonly after: LiveShape
  /** What a person decides beforehand. */
  readonly accept: readonly string[]
}

const columns: Readonly<Record<string, LiveColumn>> = {
  id: { type: 'integer', identity: true },
  account_id: { type: 'integer' },
  amount: { type: 'integer', notNull: true, default: '0' },
  code: { type: 'text' },
  note: { type: 'text' },
}
const amount: LiveColumn = { type: 'integer', notNull: true, default: '0' }

/** Changes that stop people most often, one at a time. */
export const liveChanges: readonly LiveChange[] = [
  change('add an index', { columns, index: ['events_account_idx', 'account_id'] }),
  changed('add a NOT NULL column, constant default', {
    state: { type: 'text', notNull: true, default: `'new'` },
  }),
  changed('add a NOT NULL column, volatile default', {
    token: { type: 'uuid', notNull: true, default: 'gen_random_uuid()' },
  }),
  changed('add a foreign key', { account_id: { type: 'integer', references: 'accounts' } }),
  changed('SET NOT NULL', { account_id: { type: 'integer', notNull: true } }),
  changed('add a check', { amount: { ...amount, check: ['events_amount_check', 'amount >= 0'] } }),
  changed('integer to bigint', { amount: { ...amount, type: 'bigint' } }),
  changed('add a unique constraint', { code: { type: 'text', unique: true } }),
  changed('rename a column', { note: null, remark: { type: 'text' } }, ['rename:public.events.note=remark']),
  changed('drop a column', { note: null }, ['drop:public.events.note']),
]

function changed(
  name: string,
  others: Readonly<Record<string, LiveColumn | null>>,
  accept: readonly string[] = [],
): LiveChange {
  const after = Object.entries({ ...columns, ...others }).flatMap(([column, now]) =>
    now === null ? [] : [[column, now] as const],
  )
  return change(name, { columns: Object.fromEntries(after) }, accept)
}

function change(name: string, after: LiveShape, accept: readonly string[] = []): LiveChange {
  return { name, before: shapeAsSql({ columns }), after, accept }
}

export function seed(rows: number): string {
  return `INSERT INTO accounts SELECT generate_series(1, 10000);
    INSERT INTO events (account_id, amount, code, note)
      SELECT 1 + i % 10000, i % 1000, md5(i::text), 'note ' || i FROM generate_series(1, ${rows}) i;
    VACUUM ANALYZE accounts; VACUUM ANALYZE events`
}
