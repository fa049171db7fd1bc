import { execFile } from 'node:child_process'
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runFolder } from './run-folder.ts'
import { giveToServer, serverAccount } from './server-account.ts'
import { type Major, serverPrograms } from './server-programs.ts'

const run = promisify(execFile)

/** Every test server's superuser. The servers listen on this machine only and live as long as the tests. */
export const superuser = { name: 'postgres', password: 'test-only' } as const

/** The surroundings of the server programs: nothing of the developer's PGHOST, PGDATA or locale. */
export const serverEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Nobody needs these databases after a power cut, so the disk is not waited for. Commits do reach the operating
 * system before they are acknowledged (synchronous_commit stays on): tests crash servers and look what is left.
 */
const baseSettings = [
  "listen_addresses = '127.0.0.1'",
  'fsync = off',
  'full_page_writes = off',
  'max_connections = 200',
  'max_prepared_transactions = 20',
  "shared_buffers = '32MB'",
  "log_line_prefix = '%m [%p] %a '",
]

export interface Cluster {
  readonly folder: string
  readonly dataFolder: string
}

const templates = new Map<Major, Promise<string>>()

/** A new cluster in a folder of its own, which is also the place of the socket and the log. */
export async function makeCluster(major: Major): Promise<Cluster> {
  const template = await clusterTemplate(major)
  const folder = makeServerFolder(`${major}-`)
  const dataFolder = join(folder, 'data')
  await run('cp', ['-R', template, dataFolder], { ...serverAccount(), cwd: '/' })
  configureCluster({ folder, dataFolder }, [...baseSettings, `unix_socket_directories = '${folder}'`])
  return { folder, dataFolder }
}

/** Adds lines to postgresql.conf; the last one of a name counts. */
export function configureCluster(cluster: Cluster, settings: readonly string[]): void {
  appendFileSync(join(cluster.dataFolder, 'postgresql.conf'), `${settings.join('\n')}\n`)
}

/** Replaces pg_hba.conf: who may log in from where, and how. */
export function replaceHba(cluster: Cluster, lines: readonly string[]): void {
  writeFileSync(join(cluster.dataFolder, 'pg_hba.conf'), `${lines.join('\n')}\n`)
}

/** initdb takes a second and a copy of what it made a tenth of one. */
function clusterTemplate(major: Major): Promise<string> {
  const template = templates.get(major) ?? initialise(major)
  templates.set(major, template)
  return template
}

async function initialise(major: Major): Promise<string> {
  const folder = makeServerFolder(`template-${major}-`)
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, superuser.password)
  giveToServer(passwordFile)
  const dataFolder = join(folder, 'cluster')
  const options = [
    ...['--pgdata', dataFolder, '--username', superuser.name, '--pwfile', passwordFile],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
  ]
  await run(serverPrograms(major).initdb, options, { ...serverAccount(), env: serverEnvironment, cwd: '/' })
  return dataFolder
}

/** A folder that the server may write to. */
export function makeServerFolder(name: string): string {
  const folder = mkdtempSync(join(runFolder(), name))
  giveToServer(folder)
  return folder
}
