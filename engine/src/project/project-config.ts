import type { DatabaseSetting } from '../settings/database-setting.ts'
import type { Environment } from '../settings/environment.ts'

/** What trueup.config.ts exports by default: everything the flags would otherwise have to say. */
export interface ProjectConfig {
  /** Modules of Drizzle models, .sql files, or folders of them; relative to the config file. */
  readonly schema?: string | readonly string[]
  /**
   * Which database belongs to an environment; --database goes before it. Without it DATABASE_DIRECT_URL or
   * DATABASE_URL decides. May throw a TrueupError that lists what is wrong with the settings.
   */
  readonly database?: (environment: Environment) => DatabaseSetting
}

/** Gives the config its type; changes nothing. */
export function defineConfig(config: ProjectConfig): ProjectConfig {
  return config
}
