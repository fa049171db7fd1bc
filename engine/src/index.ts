/** The engine's door for programs. */
export { isTrueupError, TrueupError } from './errors/trueup-error.ts'
export { cacheFolder } from './modules/cache-folder.ts'
export type { Database } from './postgres/database.ts'
export type { OpenedPglite } from './postgres/embedded/open-pglite.ts'
export { openPglite, openPool } from './postgres/late.ts'
export type { OpenedPool, PoolOptions } from './postgres/pool.ts'
export type { ParsedConnection } from './postgres/url/parsed-connection.ts'
export { directConnection } from './postgres/url/provider.ts'
export { defineConfig, type ProjectConfig } from './project/project-config.ts'
export { type ConnectOptions, connectDatabase } from './settings/connect.ts'
export { type DatabaseSetting, readDatabase } from './settings/database-setting.ts'
export {
  type Environment,
  type EnvironmentName,
  type EnvironmentOptions,
  readEnvironment,
} from './settings/environment.ts'
export type { SettingProblem } from './settings/setting-problem.ts'
