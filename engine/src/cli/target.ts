import type { Database, Place } from '../postgres/database.ts'
import { diagnose } from '../postgres/diagnosis.ts'
import { directConnection } from '../postgres/url/provider.ts'
import type { Project } from '../project/find-project.ts'
import { connectDatabase } from '../settings/connect.ts'
import { chooseDatabase, type DatabaseSetting } from '../settings/database-setting.ts'
import { type Environment, type EnvironmentName, readEnvironment } from '../settings/environment.ts'
import type { CommandContext } from './command.ts'

/** The database a command is about. */
export interface Target {
  readonly environment: EnvironmentName
  readonly project: Project
  readonly settings: Environment
  readonly database: DatabaseSetting
  readonly place: Place
  /** @param extensions what an embedded database must be able to create */
  connect(extensions?: readonly string[]): Promise<Database>
  /** The same database past its transaction pooler, where the host's name tells the way. */
  readonly connectDirect: (() => Promise<Database>) | undefined
}

export function findTarget(
  { flags, environment, signal, terminal, texts }: CommandContext,
  project: Project,
  command: string,
): Target {
  const settings = readEnvironment({ root: project.root, name: flags.env, processEnvironment: environment })
  const database = databaseOf(settings, flags.database, project)
  if (database.kind === 'folder' && database.origin === 'default')
    terminal.note(texts.create.embeddedDefault({ folder: database.folder }))
  const options = { name: `trueup ${command}`, cache: project.cache, signal }
  const direct = pastPooler(database)
  return {
    environment: settings.environment,
    project,
    settings,
    database,
    place: placeOf(database),
    connect: (extensions = []) => connectDatabase(database, { ...options, extensions }),
    connectDirect: direct && (() => connectDatabase(direct, options)),
  }
}

function pastPooler(database: DatabaseSetting): DatabaseSetting | undefined {
  if (database.kind === 'folder' || !database.connection.direct) return undefined
  return { ...database, connection: directConnection(database.connection) }
}

/** `--database` first, then what the project's config says, then the settings. */
export function databaseOf(
  settings: Environment,
  flag: string | undefined,
  project: Project,
): DatabaseSetting {
  const fromConfig = flag === undefined ? project.config.database?.(settings) : undefined
  return fromConfig ?? chooseDatabase(settings, { flag })
}

/** Whatever a database refuses during the work comes back as a diagnosis. */
export async function withDiagnosis<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw diagnose(error) ?? error
  }
}

function placeOf(setting: DatabaseSetting): Place {
  if (setting.kind === 'folder') return { kind: 'folder', folder: setting.folder }
  const { host, port, database, user } = setting.connection
  return { kind: 'server', host, port, database, user }
}
