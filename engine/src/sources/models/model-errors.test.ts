import { sql } from 'drizzle-orm'
import { serial as mysqlSerial, mysqlTable } from 'drizzle-orm/mysql-core'
import {
  check,
  customType,
  index,
  integer,
  jsonb,
  pgEnum,
  pgPolicy,
  pgSequence,
  pgTable,
  pgView,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { isTrueupError } from '../../errors/trueup-error.ts'
import { en } from '../../messages/en.ts'
import { ko } from '../../messages/ko.ts'
import { extend, type TableExtras } from '../../models/extend.ts'
import { monthly } from '../../models/partitions.ts'
import { readModels } from './read-models.ts'

const users = pgTable('users', { id: integer(), email: text() }, (t) => [
  unique('users_uq').on(t.id),
  index('users_ix').on(t.id),
])
/** As JavaScript writes it, without the compiler's help. */
const extras = (said: unknown) => extend(users, said as TableExtras<'id' | 'email'>)
const long = 'ㅎ'.repeat(22)
const mood = pgEnum('mood', ['fine'])

const cases: readonly (readonly [code: string, message: RegExp, module: Record<string, unknown>])[] = [
  ['MODELS-EMPTY', /no tables/, { limit: 5, schema: { users } }],
  ['MODELS-NAME-EMPTY', /name of a table in "nameless" is empty/, { nameless: pgTable('', {}) }],
  ['MODELS-NAME-TOO-LONG', /of a table in "table" is 66 bytes long/, { table: pgTable(long, {}) }],
  ['MODELS-NAME-TOO-LONG', /of a column in "table"/, { table: pgTable('t', { a: integer(long) }) }],
  [
    'MODELS-NAME-TOO-LONG',
    /name "a{40}_b{5}_users_id_fk" of a constraint|of a constraint in "table" is 6\d bytes/,
    { users, table: pgTable('a'.repeat(40), { b: integer('b'.repeat(11)).references(() => users.id) }) },
  ],
  ['MODELS-NAME-TOO-LONG', /of a partition in "table"/, partitioned('p'.repeat(56))],
  ['MODELS-NAME-TOO-LONG', /of a view in "view"/, { view: pgView(long, {}).as(sql`SELECT 1`) }],
  [
    'MODELS-NAME-TAKEN',
    /table "users" in "people" has the name of the table in "users"/,
    { users, people: pgTable('users', {}) },
  ],
  [
    'MODELS-NAME-TAKEN',
    /index "users" in "other" has the name of the table in "users"/,
    {
      users,
      other: pgTable('other', { a: integer() }, (t) => [index('users').on(t.a)]),
    },
  ],
  [
    'MODELS-NAME-TAKEN',
    /constraint "users_ix" in "zoo"/,
    {
      users,
      zoo: pgTable('zoo', { a: integer().unique('users_ix') }),
    },
  ],
  [
    'MODELS-NAME-TAKEN',
    /view "numbers" in "view" has the name of the sequence in "numbers"/,
    {
      numbers: pgSequence('numbers'),
      view: pgView('numbers', {}).as(sql`SELECT 1`),
    },
  ],
  [
    'MODELS-TABLE-NOT-EXPORTED',
    /"orders" refers to table "users"/,
    {
      orders: pgTable('orders', { user: integer().references(() => users.id) }),
    },
  ],
  [
    'MODELS-TABLE-NOT-EXPORTED',
    /"usersExtras" refers to table "users"/,
    { other: pgTable('other', {}), usersExtras: extras({}) },
  ],
  [
    'MODELS-TABLE-NOT-EXPORTED',
    /"policy" refers to table "users"/,
    {
      other: pgTable('other', {}),
      policy: pgPolicy('p').link(users),
    },
  ],
  [
    'MODELS-TYPE-NOT-EXPORTED',
    /column "moods" of "days" has the enum type "mood"/,
    {
      days: pgTable('days', { moods: mood().array() }),
    },
  ],
  ['MODELS-EXTENDED-TWICE', /"users" is extended by "a" and by "b"/, { users, a: extras({}), b: extras({}) }],
  [
    'MODELS-UNKNOWN-COLUMN',
    /"more" speaks of column "emial"/,
    { users, more: extras({ columns: { emial: {} } }) },
  ],
  ['MODELS-UNKNOWN-COLUMN', /column "toString"/, { users, more: extras({ columns: { toString: {} } }) }],
  ['MODELS-UNKNOWN-COLUMN', /column "when"/, { users, more: extras({ partitionBy: monthly('when') }) }],
  [
    'MODELS-UNKNOWN-COLUMN',
    /column "nmae"/,
    {
      users,
      more: extras({
        triggers: [
          { name: 't', timing: 'before', events: ['update'], of: ['nmae'], forEach: 'row', execute: 'f' },
        ],
      }),
    },
  ],
  [
    'MODELS-UNKNOWN-CONSTRAINT',
    /"more" speaks of constraint "users_fk"/,
    { users, more: extras({ constraints: { users_fk: {} } }) },
  ],
  [
    'MODELS-UNKNOWN-INDEX',
    /"more" speaks of index "users_uq"/,
    { users, more: extras({ indexes: { users_uq: {} } }) },
  ],
  [
    'MODELS-EXTRA-INAPPLICABLE',
    /gives "notValid" to the unique constraint "users_uq"/,
    {
      users,
      more: extras({ constraints: { users_uq: { notValid: true } } }),
    },
  ],
  [
    'MODELS-OTHER-DIALECT',
    /"elsewhere" is a table of another database/,
    { users, elsewhere: mysqlTable('t', { id: mysqlSerial() }) },
  ],
  [
    'MODELS-PLACEHOLDER',
    /SQL of "orders" has a placeholder/,
    {
      orders: pgTable('orders', { a: integer() }, (t) => [
        check('c', sql`${t.a} > ${sql.placeholder('least')}`),
      ]),
    },
  ],
  [
    'MODELS-VALUE-UNWRITABLE',
    /value in "orders" cannot be written as SQL: Invalid time value/,
    {
      orders: pgTable('orders', { at: timestamp().default(new Date(Number.NaN)) }),
    },
  ],
  [
    'MODELS-VALUE-UNWRITABLE',
    /serialize a BigInt/,
    { orders: pgTable('orders', { data: jsonb().default({ n: 1n }) }) },
  ],
  [
    'MODELS-VALUE-UNWRITABLE',
    /no SQL constant for a function/,
    {
      orders: pgTable('orders', {
        a: customType<{ data: () => void }>({ dataType: () => 'text' })().default(() => {}),
      }),
    },
  ],
  [
    'MODELS-DEFINITION-FAILED',
    /definition of "orders" fails: .*undefined/,
    {
      orders: pgTable('orders', { a: integer() }, (t) => [
        index('i').on((t as Record<string, typeof t.a>)['b']!),
      ]),
    },
  ],
  [
    'MODELS-DEFINITION-FAILED',
    /definition of "orders" fails: later is not there/,
    {
      orders: pgTable('orders', {
        a: integer().references(() => {
          throw new Error('later is not there')
        }),
      }),
    },
  ],
  [
    'MODELS-DEFINITION-FAILED',
    /definition of "more" fails/,
    {
      users,
      more: extras({
        triggers: [
          {
            name: 't',
            timing: 'before',
            events: ['update'],
            forEach: 'row',
            when: () => {
              throw new Error('no')
            },
            execute: 'f',
          },
        ],
      }),
    },
  ],
  [
    'MODELS-JSON-DEFAULT-AMBIGUOUS',
    /JSON column "data" of "orders"/,
    { orders: pgTable('orders', { data: jsonb().default('{}') }) },
  ],
  [
    'MODELS-INDEX-WITHOUT-NAME',
    /on table "orders" of "orders"/,
    {
      orders: pgTable('orders', { a: text() }, (t) => [index().on(sql`lower(${t.a})`)]),
    },
  ],
  [
    'MODELS-MONTHLY-COLUMN',
    /"more" makes monthly partitions by column "email" of type text/,
    {
      users,
      more: extras({ partitionBy: monthly('email') }),
    },
  ],
  ['MODELS-POLICY-WITHOUT-TABLE', /policy "p" of "lost" belongs to no table/, { users, lost: pgPolicy('p') }],
  [
    'MODELS-SEQUENCE-OPTION',
    /option "increment" of a sequence in "numbers" is "1; DROP" /,
    {
      numbers: pgSequence('numbers', { increment: '1; DROP' }),
    },
  ],
  ['SQL-TEXT-NOT-STORABLE', /U\+0000/, { users: pgTable('users', { a: text().default('a\0') }) }],
]

function partitioned(name: string): Record<string, unknown> {
  const table = pgTable(name, { at: timestamp() })
  return { table, more: extend(table, { partitionBy: monthly('at') }) }
}

test.each(cases)('%s: %s', (code, message, module) => {
  let error: unknown
  try {
    readModels(module, { asOf: new Date() })
  } catch (thrown) {
    error = thrown
  }
  if (!isTrueupError(error)) throw error ?? new Error('nothing was refused')
  expect(error.code).toBe(code)
  expect(error.message).toMatch(message)
  for (const { errors } of [en, ko]) {
    const texts = errors[error.code] as unknown as Record<string, (parameters: unknown) => string>
    for (const text of Object.values(texts)) expect(text(error.parameters)).toMatch(/^[^\n]*\S$/)
  }
})

test('every error of models has a case', () => {
  const codes = Object.keys(en.errors).filter((code) => code.startsWith('MODELS-'))
  expect(
    [...new Set(cases.map(([code]) => code))].filter((code) => code.startsWith('MODELS-')).sort(),
  ).toEqual(codes.sort())
})
