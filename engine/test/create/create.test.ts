import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { openTarget, type TestTarget, targetNames } from '../support/targets.ts'

const project = makeProject({
  'models.ts': `
    import { sql } from 'drizzle-orm'
    import { bigint, index, integer, pgEnum, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core'
    import { extend } from 'trueup/models'

    export const size = pgEnum('size', ['small', 'large'])
    export const customers = pgTable('customers', {
      id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
      name: text('name').notNull(),
      favourite: bigint('favourite', { mode: 'number' }).references(() => orders.id),
    }, (t) => [unique('customers_name_uq').on(t.name)])
    export const orders = pgTable('orders', {
      id: bigint('id', { mode: 'number' }).primaryKey(),
      customer: bigint('customer', { mode: 'number' }).notNull().references(() => customers.id, { onDelete: 'cascade' }),
      size: size('size').default('small'),
      total: integer('total').notNull().default(0),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    }, (t) => [index('orders_total_ix').on(t.total.desc().nullsFirst()).where(sql\`\${t.total} > 0\`)])
    export const customersExtras = extend(customers, { label: { en: 'Customers', ko: '고객' }, comment: 'who buys' })
  `,
  'functions.sql': `
    CREATE FUNCTION public.shout(word text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT upper(word); $$;
    CREATE TABLE public.notes (id int PRIMARY KEY, body text DEFAULT public.shout('hello'), CHECK (body <> ';'));
  `,
  'trueup.config.ts': `
    import { defineConfig } from 'trueup'
    export default defineConfig({ schema: ['models.ts', 'functions.sql'] })
  `,
})
afterAll(project.remove)

describe.each(targetNames)('create on %s', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
  })
  afterEach(() => target.drop())

  const create = (...words: string[]) => project.trueup('create', '--database', target.database, ...words)
  const json = async (...words: string[]) => JSON.parse((await create('--json', ...words)).stdout)

  test('makes everything, finds it the second time, and it equals the models', async () => {
    const first = await create()
    expect(first).toMatchObject({ exitCode: 0 })
    expect(first.stdout).toContain('Created 3 tables')
    expect(first.stdout).toMatch(/customers +Customers +3 +2 +1 +created/)
    const second = await create()
    expect(second).toMatchObject({ exitCode: 0 })
    expect(second.stdout).toContain('Nothing to create')
    expect(await project.trueup('verify', '--database', target.database)).toMatchObject({ exitCode: 0 })
    await target.query(`INSERT INTO notes (id) VALUES (1)`)
    expect(await target.query('SELECT body FROM notes')).toEqual([['HELLO']])
  })

  test('a dry run prints SQL that does the same, and changes nothing', async () => {
    const script = (await create('--dry-run')).stdout
    expect(await target.query(`SELECT count(*) FROM pg_class WHERE relname = 'orders'`)).toEqual([['0']])
    await target.query(script)
    expect(await project.trueup('verify', '--database', target.database)).toMatchObject({ exitCode: 0 })
  })

  test('existing tables are left as they are; what differs is told in one line each', async () => {
    await target.query(
      `CREATE TABLE notes (id bigint PRIMARY KEY, extra int); INSERT INTO notes VALUES (1, 2)`,
    )
    const { stdout, exitCode } = await create()
    expect(exitCode).toBe(0)
    expect(stdout).toContain('column public.notes.id: type is bigint, the models say integer')
    expect(stdout).toContain('column public.notes.body: missing')
    expect(stdout).toContain('npx trueup verify')
    expect(await target.query('SELECT * FROM notes')).toEqual([['1', '2']])
    const verified = await project.trueup('verify', '--database', target.database)
    expect(verified.exitCode).toBe(3)
    expect(verified.stdout).toContain('column public.notes.extra: not in the models')
  })

  test('a half-made database is told what it lacks, and what is missing is made', async () => {
    await create()
    await target.query(`ALTER TABLE orders DROP CONSTRAINT orders_customer_customers_id_fk; DROP TABLE notes`)
    const outcome = await json()
    expect(outcome.created).toEqual(['table:public.notes'])
    expect(outcome.differences).toEqual([
      {
        object: 'constraint:public.orders.orders_customer_customers_id_fk',
        kind: 'constraint',
        difference: 'missing',
      },
    ])
  })

  test('only missing tables, only some of them', async () => {
    const alone = await create('--missing', '--only', 'orders')
    expect(alone).toMatchObject({ exitCode: 1 })
    expect(alone.stderr).toContain('error[CREATE-NEEDS-TABLE]')
    expect(alone.stderr).toContain('customers')
    expect((await create('--missing', '--only', 'nothing')).stderr).toContain('error[CREATE-UNKNOWN-TABLE]')
    expect((await create('--only', 'notes')).stderr).toContain('error[CREATE-ONLY-WITHOUT-MISSING]')
    expect((await json('--missing', '--only', 'notes')).created).toEqual(['table:public.notes'])
    expect((await json('--missing')).created).toEqual(['table:public.customers', 'table:public.orders'])
    expect(await project.trueup('verify', '--database', target.database)).toMatchObject({ exitCode: 0 })
  })

  test('a view in the place of a table is named, and nothing is changed', async () => {
    await target.query(`CREATE VIEW customers AS SELECT 1 AS id`)
    const { stderr, exitCode } = await create()
    expect(exitCode).toBe(1)
    expect(stderr).toContain('error[CREATE-NAME-TAKEN]')
    expect(stderr).toContain('"public.customers"')
    expect(
      await target.query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`),
    ).toEqual([['customers']])
  })

  test('in Korean, columns line up under wide letters', async () => {
    const { stdout } = await create('--lang', 'ko')
    expect(stdout).toContain('만들었습니다')
    expect(stdout).toMatch(/customers +고객 +3 +2 +1 +생성됨/)
  })

  test('production wants a yes', async () => {
    const asked = await create('--env', 'production')
    expect(asked).toMatchObject({ exitCode: 1 })
    expect(asked.stderr).toContain('error[CREATE-NEEDS-YES]')
    expect(asked.stderr).toContain('Will create: customers, notes, orders')
    expect(await target.query(`SELECT count(*) FROM pg_class WHERE relname = 'orders'`)).toEqual([['0']])
    expect(await create('--env', 'production', '--yes')).toMatchObject({ exitCode: 0 })
  })

  if (name === 'embedded') return // it has one search path, which no setting of the database changes
  test('a table of the same name earlier in the search path is pointed out', async () => {
    const [[database]] = (await target.query('SELECT quote_ident(current_database())')) as [[string]]
    await target.query(
      `CREATE SCHEMA app; CREATE TABLE app.notes (id int); ALTER DATABASE ${database} SET search_path = app, public`,
    )
    const { stderr, exitCode } = await create()
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/a table "notes" also exists in schema "app"/)
    expect(await target.query(`SELECT count(*) FROM public.notes`)).toEqual([['0']])
  })
})
