import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { repository } from '../../engine/test/support/repository.ts'
import { runCli } from '../../engine/test/support/run-cli.ts'
import { openTarget } from '../../engine/test/support/targets.ts'

const folder = mkdtempSync(join(tmpdir(), 'avatarbank-pull-'))
symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the thirteen tables, pulled as models, pass the type checker and find nothing to do', async () => {
  const target = await openTarget(17)
  const trueup = (...words: string[]) =>
    runCli(['npx', 'trueup', ...words, '--database', target.database], { cwd: repository })
  const made = await runCli(['npm', 'run', '-s', 'create-tables', '--', '--database', target.database], {
    cwd: repository,
  })
  expect(made).toMatchObject({ exitCode: 0 })
  const models = join(folder, 'models.ts')
  expect(await trueup('pull', '--out', models)).toMatchObject({ exitCode: 0 })
  const plan = await trueup('plan', '--schema', models, '--schema', join(folder, 'models.sql'))
  expect(plan.stdout).toContain('Nothing to do')
  const config = { extends: join(repository, 'tsconfig.json'), include: [models] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  const { stdout } = await runCli(['npx', 'tsc', '--noEmit', '--project', folder], { cwd: repository })
  expect(stdout).toBe('')
  await target.drop()
})
