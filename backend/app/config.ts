import {
  cacheFolder,
  type DatabaseSetting,
  directConnection,
  type Environment,
  type EnvironmentName,
  type EnvironmentOptions,
  readDatabase,
  readEnvironment,
  type SettingProblem,
  TrueupError,
} from 'trueup'
import * as v from 'valibot'

/** The settings of one environment, checked. Every variable is described in `.env.example`. */
export interface Config {
  readonly environment: EnvironmentName
  /** What the application talks to: DATABASE_URL, usually the pooled host. */
  readonly database: DatabaseSetting
  /** What tables are made and changed through: DATABASE_DIRECT_URL, or the direct host behind a known pooled one. */
  readonly migrationDatabase: DatabaseSetting
  /** Connections at the same time. */
  readonly poolMax: number
  /** For one statement of the application; 0 is no limit. */
  readonly statementTimeoutMs: number
  /** For one statement of the application that waits for a lock; 0 is no limit. Operations are then tried again. */
  readonly lockTimeoutMs: number
  /** What makes the embedded database start fast the first time. */
  readonly cacheFolder: string
}

/** Where the embedded database lives while there is no DATABASE_URL; relative to the project's root. */
const embeddedFolder = '.data'

/** Whole numbers: the smallest, the largest, and what holds when nothing is set. */
const numbers = {
  DATABASE_POOL_MAX: { least: 1, most: 1_000, standard: 10 },
  DATABASE_STATEMENT_TIMEOUT_MS: { least: 0, most: 86_400_000, standard: 30_000 },
  DATABASE_LOCK_TIMEOUT_MS: { least: 0, most: 86_400_000, standard: 2_000 },
} as const
type NumberName = keyof typeof numbers

const settingsSchema = v.object({
  DATABASE_POOL_MAX: wholeNumber('DATABASE_POOL_MAX'),
  DATABASE_STATEMENT_TIMEOUT_MS: wholeNumber('DATABASE_STATEMENT_TIMEOUT_MS'),
  DATABASE_LOCK_TIMEOUT_MS: wholeNumber('DATABASE_LOCK_TIMEOUT_MS'),
})

/** The process environment over `.env.<environment>` over `.env`; one SETTINGS-INVALID lists everything wrong. */
export function readConfig(options: EnvironmentOptions): Config {
  return parseConfig(readEnvironment(options))
}

export function parseConfig(environment: Environment): Config {
  const values = Object.fromEntries([...environment.variables].map(([name, { value }]) => [name, value]))
  const settings = v.safeParse(settingsSchema, values)
  const database = readDatabase(environment, { variables: ['DATABASE_URL'], defaultFolder: embeddedFolder })
  const direct = environment.variables.has('DATABASE_DIRECT_URL')
    ? readDatabase(environment, { variables: ['DATABASE_DIRECT_URL'] })
    : undefined
  if (!settings.success || database.problems || direct?.problems) {
    const wrongNumbers = settings.issues?.map((issue) => numberProblem(issue, environment)) ?? []
    const problems = [...(database.problems ?? []), ...(direct?.problems ?? []), ...wrongNumbers]
    throw new TrueupError('SETTINGS-INVALID', { problems })
  }
  return {
    environment: environment.environment,
    database: database.setting,
    migrationDatabase: direct?.setting ?? pastThePooler(database.setting),
    poolMax: settings.output.DATABASE_POOL_MAX,
    statementTimeoutMs: settings.output.DATABASE_STATEMENT_TIMEOUT_MS,
    lockTimeoutMs: settings.output.DATABASE_LOCK_TIMEOUT_MS,
    cacheFolder: cacheFolder(environment.root),
  }
}

function wholeNumber(name: NumberName) {
  const { least, most, standard } = numbers[name]
  const digits = v.pipe(
    v.string(),
    v.trim(),
    v.digits(),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  )
  return v.optional(digits, String(standard))
}

function numberProblem(issue: v.BaseIssue<unknown>, environment: Environment): SettingProblem {
  const variable = v.getDotPath(issue) as NumberName
  const origin = environment.variables.get(variable)?.origin ?? ''
  const { least, most } = numbers[variable]
  return { variable, origin, problem: { kind: 'not-a-whole-number', least, most } }
}

function pastThePooler(setting: DatabaseSetting): DatabaseSetting {
  return setting.kind === 'url' ? { ...setting, connection: directConnection(setting.connection) } : setting
}
