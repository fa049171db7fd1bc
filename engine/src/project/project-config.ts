import type { DatabaseSetting } from '../settings/database-setting.ts'
import type { Environment } from '../settings/environment.ts'

/** What trueup.config.ts exports by default: everything the flags would otherwise have to say. */
export interface ProjectConfig {
  /** Modules of Drizzle models, .sql files, or folders of them; relative to the config file. */
  readonly schema?: string | readonly string[]
  /** Whether owners, grants and default privileges are compared and changed as well; --grants says the same. */
  readonly grants?: boolean
  /**
   * Which database belongs to an environment; --database goes before it. Without it DATABASE_DIRECT_URL or
   * DATABASE_URL decides. May throw a TrueupError that lists what is wrong with the settings.
   */
  readonly database?: (environment: Environment) => DatabaseSetting
  /** The PostgreSQL schemas that are managed; '*' is the whole database. Those of the models, unless said. */
  readonly schemas?: '*' | readonly string[]
  /** Decisions as `--accept` takes them, or a file of them, relative to the config file. */
  readonly decisions?: string | readonly string[]
  /** `now` until dropped objects can be parked. */
  readonly drops?: 'now'
  readonly backup?: BackupConfig
  readonly drift?: DriftConfig
  /** URL of an empty database on which plans are rehearsed; a secret, so it should come from the settings. */
  readonly rehearseOn?: (environment: Environment) => string | undefined
}

/** Where backups are kept; relative paths are the config file's. */
export interface BackupConfig {
  /** `backups`, unless said; --to goes before it. */
  readonly folder?: string
  /** Encrypts backups; --passphrase-file goes before it. */
  readonly passphraseFile?: string
  /** A change in production is preceded by a warning when the last backup is older; 24, unless said. */
  readonly warnAfterHours?: number
}

/** What is no drift, whoever did it. */
export interface DriftConfig {
  /** Patterns over ids of objects: `table:public.tmp_*`, `*:audit.*`. What is a part of such an object is meant, too. */
  readonly ignore?: readonly string[]
}

/** Gives the config its type; changes nothing. */
export function defineConfig(config: ProjectConfig): ProjectConfig {
  return config
}
