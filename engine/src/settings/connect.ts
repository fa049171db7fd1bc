import type { Database } from '../postgres/database.ts'
import type { DatabaseSetting } from './database-setting.ts'

export interface ConnectOptions {
  /** Who connects: the server shows it in pg_stat_activity, and others who find an embedded folder in use. */
  readonly name: string
  /** A folder for what makes an embedded database start fast. */
  readonly cache: string
  readonly signal?: AbortSignal
  /** What an embedded database must be able to create. */
  readonly extensions?: readonly string[]
}

/** One session on what a setting names. The driver is loaded when somebody connects. */
export async function connectDatabase(
  setting: DatabaseSetting,
  { name, cache, signal, extensions = [] }: ConnectOptions,
): Promise<Database> {
  if (setting.kind === 'folder') {
    const { openEmbedded } = await import('../postgres/embedded.ts')
    return openEmbedded(setting.folder, { command: name, cache, extensions })
  }
  const { connectServer } = await import('../postgres/server.ts')
  return connectServer(setting.connection, { applicationName: name, ...(signal ? { signal } : {}) })
}
