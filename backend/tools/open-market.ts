import { readDatabase, readEnvironment, TrueupError } from 'trueup'
import type { ScriptContext } from 'trueup/cli'
import { type Config, parseConfig } from '../app/config.ts'

/** Flags of every tool. */
export const databaseFlags = {
  database: { value: '<url|folder>' },
  env: { value: '<name>' },
} as const
export type DatabaseFlag = keyof typeof databaseFlags

/** The settings of the environment that the flags name; `--database` stands before what the settings say. */
export function configOf({
  values,
  workingFolder,
  environment,
}: Pick<ScriptContext<DatabaseFlag>, 'values' | 'workingFolder' | 'environment'>): Config {
  const settings = readEnvironment({ root: workingFolder, name: values.env, processEnvironment: environment })
  const flag = values.database
  if (flag === undefined) return parseConfig(settings)
  const { setting, problems } = readDatabase(settings, { flag })
  if (!setting) throw new TrueupError('SETTINGS-INVALID', { problems })
  const others = new Map([...settings.variables].filter(([name]) => !databaseVariables.has(name)))
  // what --database replaces is not looked at, so that it need not be right
  const rest = parseConfig({ ...settings, variables: others, environment: 'development' })
  return { ...rest, environment: settings.environment, database: setting, migrationDatabase: setting }
}

const databaseVariables = new Set(['DATABASE_URL', 'DATABASE_DIRECT_URL'])

/** What the tool works on, for people: never a password. */
export function placeOf({ database }: Config): string {
  if (database.kind === 'folder') return database.folder
  const { host, port, database: name } = database.connection
  return `${name} @ ${host}:${port}`
}
