import type { TrueupError } from '../errors/trueup-error.ts'
import type { ConnectEvent } from '../postgres/connect/connect-event.ts'
import type { Database } from '../postgres/database.ts'
import { diagnose } from '../postgres/diagnosis.ts'
import type { ParsedConnection } from '../postgres/url/parsed-connection.ts'
import type { DatabaseSetting } from '../settings/database-setting.ts'
import type { Environment } from '../settings/environment.ts'
import { connectionChecks, connectionFinding } from './examine-connection.ts'
import { privilegesFinding, type Reached, serverFinding, tablesFinding } from './examine-server.ts'
import { gitFinding, settingsFinding } from './examine-settings.ts'
import type { Check, Finding, TableName } from './finding.ts'
import { probe } from './probe.ts'

export interface Examination {
  readonly root: string
  /** Was a project found, or is the root just the folder the command was started in? */
  readonly insideProject: boolean
  /** These three may throw TrueupErrors, which become findings. */
  readonly readSettings: () => Environment
  readonly chooseDatabase: (environment: Environment) => DatabaseSetting | Promise<DatabaseSetting>
  readonly expectedTables: () => Promise<readonly TableName[]>
  /** Named to the server, and to others who find a folder in use. */
  readonly command: string
  readonly cache?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly now: Date
}

/** Looks at everything between a command and its tables, in order, without changing anything. */
export async function* examine(examination: Examination): AsyncGenerator<Finding> {
  const settings = await settle(readSettings(examination))
  if (settings.error) yield failed('settings', settings.error)
  else yield settingsFinding(settings.value.environment, settings.value.database, examination.insideProject)
  yield await gitFinding(examination.root)
  const database = settings.value?.database
  if (!database) yield* skipped([...connectionChecks, ...databaseChecks])
  else if (database.kind === 'folder') yield* examineFolder(database.folder, examination)
  else yield* examineServer(database.connection, examination)
}

async function readSettings(examination: Examination) {
  const environment = examination.readSettings()
  return { environment, database: await examination.chooseDatabase(environment) }
}

const databaseChecks = ['server', 'privileges', 'tables'] as const

async function* examineServer(
  connection: ParsedConnection,
  examination: Examination,
): AsyncGenerator<Finding> {
  const { command, signal, now } = examination
  const { connectServer } = await import('../postgres/server.ts')
  const events: ConnectEvent[] = []
  const observe = (event: ConnectEvent) => events.push(event)
  const attempt = await settle(connectServer(connection, { applicationName: command, signal, observe }))
  const findings = events.map((event) => connectionFinding(event, connection, now))
  yield* findings
  if (attempt.error) {
    const done = new Set<Check>(findings.map((finding) => finding.check))
    const [broken = 'server', ...rest] = [...connectionChecks, ...databaseChecks].filter(
      (check) => !done.has(check),
    )
    yield failed(broken, attempt.error)
    yield* skipped(rest)
    return
  }
  const server = attempt.value
  yield* examineDatabase(server, { connection, processId: server.processId }, examination)
}

/** The folder is opened only if a database is there: the doctor makes none. */
async function* examineFolder(folder: string, examination: Examination): AsyncGenerator<Finding> {
  const [{ openEmbedded }, { inspectFolder }] = await Promise.all([
    import('../postgres/embedded.ts'),
    import('../postgres/embedded/embedded-folder.ts'),
  ])
  const start = performance.now()
  const content = await settle(inspectFolder(folder))
  const opened = content.value === 'database' ? await settle(openEmbedded(folder, examination)) : undefined
  const error = content.error ?? opened?.error
  const milliseconds = performance.now() - start
  if (error) {
    yield failed('folder', error)
    yield* skipped(databaseChecks)
    return
  }
  yield { check: 'folder', outcome: 'ok', milliseconds, facts: { folder, hasDatabase: Boolean(opened) } }
  if (opened?.value) yield* examineDatabase(opened.value, undefined, examination)
  else yield* skipped(databaseChecks)
}

async function* examineDatabase(
  database: Database,
  reached: Reached | undefined,
  examination: Examination,
): AsyncGenerator<Finding> {
  try {
    const expected = await settle(examination.expectedTables())
    const start = performance.now()
    const probed = await settle(probe(database, expected.value ?? []))
    const milliseconds = performance.now() - start
    if (probed.error) {
      yield failed('server', probed.error)
      yield* skipped(['privileges', 'tables'])
      return
    }
    yield { ...serverFinding(database, probed.value, reached), milliseconds }
    yield privilegesFinding(probed.value)
    yield expected.error ? failed('tables', expected.error) : tablesFinding(probed.value)
  } finally {
    await database.close()
  }
}

type Settled<Value> =
  | { readonly value: Value; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: TrueupError }

/** What the world refuses is a finding; mistakes of our own go on to crash. */
async function settle<Value>(work: Promise<Value>): Promise<Settled<Value>> {
  try {
    return { value: await work }
  } catch (error) {
    const diagnosis = diagnose(error)
    if (!diagnosis) throw error
    return { error: diagnosis }
  }
}

function failed(check: Check, error: TrueupError): Finding {
  return { check, outcome: 'failed', error }
}

function* skipped(checks: readonly Check[]): Iterable<Finding> {
  for (const check of checks) yield { check, outcome: 'skipped' }
}
