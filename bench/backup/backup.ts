/**
 * Measures `trueup backup` and `trueup restore` beside pg_dump and pg_restore on PostgreSQL 15, and writes the figures
 * to bench/results/backup.md. `npm run bench:backup -- --rows 1000000 --rounds 3` does less.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeProject } from '../../engine/test/support/project.ts'
import { repository } from '../../engine/test/support/repository.ts'
import { startServer } from '../../engine/test/support/server.ts'
import { connectUrl } from '../../engine/test/support/targets.ts'
import { describeMachine, load } from '../create/machine.ts'
import { measuredRun } from '../create/measured-run.ts'
import { fillAvatarbank } from './fill.ts'
import { postgresProgram } from './programs.ts'
import { type Amount, backupTable, type Round } from './report.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    rounds: { type: 'string', default: '1' },
    output: { type: 'string', default: join(import.meta.dirname, '../results/backup.md') },
  },
})
const note = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`)

const server = await startServer(15)
const source = await server.createDatabase()
const project = makeProject({ 'trueup.config.ts': 'export default {}' })
const folder = mkdtempSync(join(tmpdir(), 'trueup-bench-backup-'))
const trueup = ['node', join(repository, 'engine/bin/trueup.js')]
const [pgDump, pgRestore] = [postgresProgram('pg_dump'), postgresProgram('pg_restore')]

note(`filling ${values.rows} rows`)
const session = await connectUrl(source.url)
await fillAvatarbank(session, Number(values.rows))
await session.close()
const loadBefore = load()

const dump = (name: string, more: readonly string[]) => ({
  name,
  file: join(folder, name.replaceAll(/\W+/g, '-')),
  command: (file: string) => [pgDump ?? '', '-Fd', '-j2', ...more, '-f', file, source.url],
})
const dumps = [
  {
    name: 'trueup backup',
    file: join(folder, 'trueup'),
    command: (file: string) => [
      ...trueup,
      'backup',
      '--connections',
      '2',
      '--to',
      file,
      '--database',
      source.url,
    ],
  },
  ...(pgDump ? [dump('pg_dump -Fd -j2', []), dump('pg_dump -Fd -j2 -Z1', ['-Z1'])] : []),
]
const backups: Round[] = []
for (let round = 0; round < Number(values.rounds); round++)
  for (const { name, file, command } of dumps) {
    rmSync(file, { recursive: true, force: true })
    note(name)
    const measurement = await measuredRun({ command: command(file), cwd: project.folder })
    backups.push({ contestant: name, measurement, bytes: sizeOf(file) })
  }

const made = join(
  folder,
  'trueup',
  readdirSync(join(folder, 'trueup')).find((name) => !name.startsWith('.')) ?? '',
)
const restores: Round[] = []
const restorers = [
  {
    name: 'trueup restore',
    command: (url: string) => [...trueup, 'restore', made, '--connections', '2', '--database', url],
  },
  ...(pgRestore && dumps[1]
    ? [
        {
          name: 'pg_restore -j2',
          command: (url: string) => [pgRestore, '-j2', '-d', url, dumps[1]?.file ?? ''],
        },
      ]
    : []),
]
for (let round = 0; round < Number(values.rounds); round++)
  for (const { name, command } of restorers) {
    const target = await server.createDatabase()
    note(name)
    const measurement = await measuredRun({ command: command(target.url), cwd: project.folder })
    restores.push({ contestant: name, measurement, bytes: 0 })
    await target.drop()
  }

const page = [
  '# Backup and restore',
  '',
  `Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}; PostgreSQL 15 on 127.0.0.1, without waiting for the disk. Load average ${loadBefore} before and ${load()} after: only figures beside each other mean something. Command: \`npm run bench:backup -- --rows ${values.rows} --rounds ${values.rounds}\`.`,
  '',
  `Avatarbank with ${amount().rows.toLocaleString('en')} rows over its thirteen tables, ${(amount().bytes / 1024 ** 2).toFixed(0)} MB as COPY writes them. Two connections each; medians of ${values.rounds} rounds, in which the programs take turns. pg_dump and pg_restore are those of Debian's package postgresql-client-15. CPU is that of the programs and not of the server; a server on another machine would leave them more. \`trueup backup\` flushes its files to the disk; \`trueup restore\` first checks every file, and at the end runs ANALYZE, which pg_restore leaves to the user.`,
  '',
  ...backupTable('Backup', backups, amount()),
  ...backupTable('Restore', restores, amount()),
].join('\n')
await server.stop('fast')
project.remove()
rmSync(folder, { recursive: true, force: true })
mkdirSync(dirname(values.output), { recursive: true })
writeFileSync(values.output, page)
console.log(page)

function amount(): Amount {
  const manifest = JSON.parse(readFileSync(join(made, 'manifest.json'), 'utf8')) as {
    readonly tables: readonly {
      readonly rows: number
      readonly parts: readonly { readonly bytes: number }[]
    }[]
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  return {
    rows: sum(manifest.tables.map(({ rows }) => rows)),
    bytes: sum(manifest.tables.flatMap(({ parts }) => parts.map(({ bytes }) => bytes))),
  }
}

function sizeOf(path: string): number {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(path, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
}
