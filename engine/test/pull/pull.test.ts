import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'
import { mostly, openTarget, type TestTarget } from '../support/targets.ts'

const schema = `
  CREATE SCHEMA shop;
  COMMENT ON SCHEMA shop IS 'sells things';
  CREATE TYPE shop.size AS ENUM ('small', 'large');
  CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;
  CREATE TABLE public.users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL CONSTRAINT users_email_key UNIQUE,
    "Odd ""name" text DEFAULT 'it''s \${nothing}',
    at timestamptz NOT NULL DEFAULT now(),
    CHECK (email LIKE '%@%' AND length(email) BETWEEN 3 AND 200)
  );
  CREATE TRIGGER touch BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.touch();
  CREATE TABLE shop.orders (
    id serial PRIMARY KEY,
    buyer bigint NOT NULL REFERENCES public.users (id) ON DELETE CASCADE,
    size shop.size NOT NULL DEFAULT 'small'
  );
  CREATE INDEX orders_buyer_ix ON shop.orders (buyer DESC) WHERE size = 'large';
  CREATE VIEW shop.large AS SELECT id, buyer FROM shop.orders WHERE size = 'large';
`

const project = makeProject({})
afterAll(project.remove)
const read = (path: string) => readFileSync(join(project.folder, path), 'utf8')

describe.each(mostly(14, 18))('pull on %s', (name) => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(name)
    await target.query(schema)
  })
  afterEach(() => target.drop())

  const run = (command: string, ...words: string[]) =>
    project.trueup(command, '--database', target.database, ...words)
  const folder = `on-${name}`

  test('every form, and the database itself, is what the database should be', async () => {
    for (const out of ['models.ts', 'schema.sql', 'folder', 'catalog.json']) {
      const pulled = await run('pull', '--out', `${folder}/${out}`, '--json')
      expect(pulled).toMatchObject({ exitCode: 0 })
      const { written } = JSON.parse(pulled.stdout)
      const sources = out === 'folder' ? [`${folder}/folder`] : written
      const plan = await run('plan', '--json', ...sources.flatMap((file: string) => ['--schema', file]))
      expect({ out, ...JSON.parse(plan.stdout) }).toMatchObject({ out, steps: [] })
    }
    const plan = await run('plan', '--json', '--schema', target.database)
    expect(JSON.parse(plan.stdout).steps).toEqual([])
  })
})

describe('pull', () => {
  let target: TestTarget
  beforeEach(async () => {
    target = await openTarget(16)
    await target.query(schema)
  })
  afterEach(() => target.drop())
  const pull = (...words: string[]) => project.trueup('pull', '--database', target.database, ...words)

  test('writes models as a person would', async () => {
    expect(await pull('--out', 'models.ts')).toMatchObject({ exitCode: 0 })
    expect(read('models.ts')).toMatchSnapshot()
    expect(read('models.sql')).toMatchSnapshot()
  })

  test('writes a script that makes the same database again', async () => {
    const { stdout, stderr } = await pull('--out', '-')
    expect(stderr).toContain('PostgreSQL 16')
    const copy = await openTarget(16)
    await copy.query(stdout)
    const again = await project.trueup('pull', '--database', copy.database, '--out', '-')
    expect(again.stdout).toBe(stdout)
    await copy.drop()
  })

  test('overwrites nothing without --force, and then only what a pull wrote', async () => {
    project.write('kept/tables/mine.sql', 'CREATE TABLE public.mine ();')
    expect(await pull('--out', 'kept/')).toMatchObject({ exitCode: 0 })
    const before = read('kept/tables/users.sql')
    await target.query('DROP TABLE shop.orders CASCADE; ALTER TABLE users DROP COLUMN email')
    const refused = await pull('--out', 'kept')
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('PULL-EXISTS')
    expect(read('kept/tables/users.sql')).toBe(before)
    expect(await pull('--out', 'kept', '--force')).toMatchObject({ exitCode: 0 })
    expect(read('kept/tables/users.sql')).not.toBe(before)
    expect(readdirSync(join(project.folder, 'kept', 'tables')).sort()).toEqual(['mine.sql', 'users.sql'])
  })

  test('takes some schemas alone when they need no others', async () => {
    const needed = await pull('--out', 'shop.sql', '--schemas', 'shop')
    expect(needed.stderr).toContain('PULL-SCHEMA-NEEDED')
    expect(needed.stderr).toContain('Add "public" to --schemas.')
    expect(existsSync(join(project.folder, 'shop.sql'))).toBe(false)
    expect(await pull('--out', 'public.sql', '--schemas', 'public')).toMatchObject({ exitCode: 0 })
    expect(read('public.sql')).not.toContain('shop')
    expect((await pull('--out', 'x.sql', '--schemas', 'sales')).stderr).toContain('PULL-SCHEMA-UNKNOWN')
  })

  test('says what it needs to know', async () => {
    expect((await pull()).stderr).toContain('PULL-OUT-MISSING')
    expect((await pull('--out', 'schema.yaml')).stderr).toContain('PULL-KIND')
    expect((await pull('--out', '/dev/null/models.ts')).stderr).toContain('PULL-WRITE')
  })

  test('lets no password out', async () => {
    const url = target.database.replace(/:[^:@/]*@/, ':wrong-secret@')
    const failed = await project.trueup('plan', '--database', target.database, '--schema', url)
    expect(failed.stdout + failed.stderr).not.toContain('wrong-secret')
  })
})
