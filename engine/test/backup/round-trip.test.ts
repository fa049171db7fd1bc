import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dumpServerSchema, normaliseDump } from '../support/pg-dump.ts'
import { makeProject } from '../support/project.ts'
import { majors } from '../support/server-programs.ts'
import { openTarget, type TargetName, type TestTarget } from '../support/targets.ts'
import { contentOf, everyKind } from './every-kind.ts'

const project = makeProject({ 'trueup.config.ts': 'export default {}' })
afterAll(project.remove)

/** A few pairs stand for all; `TRUEUP_BACKUP_PAIRS=all` takes every major to itself and every newer one. */
const pairs: readonly (readonly [TargetName, TargetName])[] =
  process.env['TRUEUP_BACKUP_PAIRS'] === 'all'
    ? majors.flatMap((from) => majors.filter((to) => to >= from).map((to) => [from, to] as const))
    : [
        [15, 15],
        [14, 18],
        [18, 18],
        ['embedded', 18],
        [16, 'embedded'],
      ]

describe.each(pairs)('a backup of %s restored on %s', (from, to) => {
  let source: TestTarget
  let target: TestTarget

  test('has the same schema, rows and sequences; nothing fires, nothing hides', async () => {
    ;[source, target] = await Promise.all([openTarget(from), openTarget(to)])
    await source.query(everyKind)
    const made = await project.trueup(
      'backup',
      '--database',
      source.database,
      '--to',
      `${from}-${to}`,
      '--json',
    )
    expect(made).toMatchObject({ exitCode: 0 })
    const { folder, leftOut } = JSON.parse(made.stdout)
    expect(leftOut).toEqual([])
    expect(await project.trueup('backup', 'verify', folder)).toMatchObject({ exitCode: 0 })
    const restored = await project.trueup(
      'restore',
      folder,
      '--database',
      target.database,
      '--connections',
      '3',
    )
    expect(restored).toMatchObject({ exitCode: 0 })
    expect(await contentOf(target)).toEqual(await contentOf(source))
    if (from !== 'embedded') await sameCatalog(source, target)
    await target.query('INSERT INTO computed (a) VALUES (1); INSERT INTO values_of_types DEFAULT VALUES')
    if (from === to && from !== 'embedded') await sameDump(source, target)
  })

  test('what it left behind can be given back', async () => {
    await Promise.all([source.drop(), target.drop()])
    expect(
      readdirSync(join(project.folder, `${from}-${to}`)).filter((name) => name !== '.gitignore'),
    ).toHaveLength(1)
  })
})

async function sameDump(source: TestTarget, target: TestTarget): Promise<void> {
  const [expected, found] = [await dumpServerSchema(source.database), await dumpServerSchema(target.database)]
  expect(normaliseDump(found)).toBe(normaliseDump(expected))
}

async function sameCatalog(source: TestTarget, target: TestTarget): Promise<void> {
  const { exitCode, stdout } = await project.trueup(
    ...['verify', '--schema', source.database, '--database', target.database, '--json'],
  )
  expect({ exitCode, equal: JSON.parse(stdout).equal }, stdout).toEqual({ exitCode: 0, equal: true })
}
