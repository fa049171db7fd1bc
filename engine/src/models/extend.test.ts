import { sql } from 'drizzle-orm'
import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { companionKind, kindOfCompanion } from './brand.ts'
import type { ColumnOf } from './columns-of.ts'
import { comment } from './comment.ts'
import { extend } from './extend.ts'
import { list, maxValue, minValue, monthly, range } from './partitions.ts'
import type { Trigger } from './trigger.ts'

const users = pgTable('users', {
  id: integer().notNull(),
  fullName: text('full_name'),
  createdAt: timestamp('created_at'),
})

test('a companion is known by its mark, whichever copy of the package made it', () => {
  expect(kindOfCompanion(extend(users, {}))).toBe('extension')
  expect(kindOfCompanion(comment(users, 'People'))).toBe('comment')
  expect(kindOfCompanion({ [Symbol.for('trueup:companion')]: 'extension' })).toBe('extension')
  for (const other of [users, {}, null, undefined, 'extension', () => companionKind])
    expect(kindOfCompanion(other)).toBeUndefined()
})

describe('the compiler holds a companion against its table', () => {
  test('columns go by their keys', () => {
    expectTypeOf<ColumnOf<typeof users>>().toEqualTypeOf<'id' | 'fullName' | 'createdAt'>()
    extend(users, { columns: { fullName: { comment: 'as in the passport' }, id: {} } })
    // @ts-expect-error: the name in the database is not the key
    extend(users, { columns: { full_name: {} } })
    // @ts-expect-error: there is no such column
    extend(users, { constraints: { users_pk: { include: ['age'] } } })
    // @ts-expect-error: nor here
    extend(users, { indexes: { users_ix: { include: ['age'] } } })
  })

  test('partitions are by columns of the table', () => {
    extend(users, { partitionBy: monthly('createdAt', { ahead: 1, default: false }) })
    extend(users, {
      partitionBy: range(['id', 'createdAt'], [{ name: 'a', from: [minValue, 1], to: [5, maxValue] }]),
    })
    extend(users, { partitionBy: list(sql`lower(full_name)`, [{ name: 'a', values: ['a', null] }]) })
    // @ts-expect-error: there is no such column
    extend(users, { partitionBy: monthly('created_at') })
    // @ts-expect-error: nor here
    extend(users, { partitionBy: range(['age'], []) })
  })

  test('triggers look at rows of the table', () => {
    const touch: Trigger<'createdAt'> = {
      name: 'touch',
      timing: 'before',
      events: ['update'],
      of: ['createdAt'],
      forEach: 'row',
      when: (row) => sql`${row.old.createdAt} < ${row.new.createdAt}`,
      execute: 'public.touch',
    }
    extend(users, { triggers: [touch] })
    const { createdAt: _, ...rest } = { createdAt: timestamp(), id: integer() }
    // @ts-expect-error: a table without the column cannot have the trigger
    extend(pgTable('others', rest), { triggers: [touch] })
    // @ts-expect-error: there is no such column
    extend(users, { triggers: [{ ...touch, when: (row) => sql`${row.new.age}` }] })
    // @ts-expect-error: views have these, tables do not
    extend(users, { triggers: [{ ...touch, timing: 'instead of' }] })
  })

  test('storage parameters are those of PostgreSQL', () => {
    extend(users, { storage: { fillfactor: 80, 'toast.autovacuum_enabled': false } })
    // @ts-expect-error: misspelt
    extend(users, { storage: { fill_factor: 80 } })
  })
})
