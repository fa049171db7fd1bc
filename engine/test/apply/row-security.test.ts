import { expect, test } from 'vitest'
import { applyPlan } from '../../src/apply/apply-plan.ts'
import { quietPort } from '../../src/apply/run-port.ts'
import { cacheFolder } from '../../src/modules/cache-folder.ts'
import { makePlan } from '../../src/pipeline.ts'
import { readCatalog } from '../../src/sources/database/read-catalog.ts'
import type { Desired } from '../../src/sources/desired.ts'
import { repository } from '../support/repository.ts'
import { connectUrl, mostly, openTarget } from '../support/targets.ts'

const columns = '(id integer NOT NULL, tenant integer NOT NULL)'
const policy = `ALTER TABLE s.t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON s.t USING (tenant = 1)`

test.each(mostly(14, 18))(
  'on %s a table is not copied by an owner to whom a policy hides rows',
  async (major) => {
    const [target, goal] = await Promise.all([openTarget(major), openTarget(major)])
    await goal.query(`CREATE SCHEMA s; CREATE TABLE s.t ${columns} PARTITION BY LIST (tenant);
      CREATE TABLE s.t1 PARTITION OF s.t DEFAULT; ${policy}`)
    const [database, wanted] = await Promise.all([target, goal].map((each) => connectUrl(each.database)))
    const owner = `owner_of_rows_${process.pid}_${major}`
    await database!.query(`CREATE ROLE ${owner}; CREATE SCHEMA s AUTHORIZATION ${owner};
      DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO ${owner}', current_database()); END $$;
      SET SESSION AUTHORIZATION ${owner}; CREATE TABLE s.t ${columns};
      INSERT INTO s.t SELECT i, i % 2 FROM generate_series(1, 6) i; ${policy}; ALTER TABLE s.t FORCE ROW LEVEL SECURITY`)
    const [from, catalog] = [await readCatalog(database!), await readCatalog(wanted!)]
    const desired: Desired = { key: 'test', extensions: [], catalog, tables: [] }
    const { plan } = await makePlan(from, desired, [], cacheFolder(repository))
    const run = applyPlan(plan, from, database!, async () => [], quietPort)
    await expect(run).rejects.toMatchObject({ code: 'APPLY-STEP' })
    await database!.query('RESET SESSION AUTHORIZATION')
    const [rows] = await database!.query('SELECT count(*) FROM s.t')
    expect(rows?.rows).toEqual([['6']])
    await database!.query(`DROP OWNED BY ${owner}; DROP ROLE ${owner}`)
    await Promise.all([database!.close(), wanted!.close()])
    await Promise.all([target.drop(), goal.drop()])
  },
)
