import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runFolder } from '../../engine/test/support/run-folder.ts'
import type { PlainTable } from '../create/plain-sketch.ts'
import { sketchSql } from '../create/sketch-sql.ts'
import { drizzleModule } from './drizzle-module.ts'

/** One set of tables in every form that a contestant reads. */
export interface SchemaFiles {
  readonly models: string
  readonly sql: string
  readonly json: string
}

/** A project of its own, which keeps its names when what is in it changes, as a user's does. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(runFolder(), 'diff-'))
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'cache'))
  return folder
}

export function writeSchemaFiles(folder: string, tables: readonly PlainTable[]): SchemaFiles {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  return {
    models: write('models.ts', drizzleModule(tables)),
    sql: write('schema.sql', sketchSql(tables)),
    json: write('tables.json', JSON.stringify(tables)),
  }
}
