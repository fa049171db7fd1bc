import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { splitScript } from '../sql/split-script.ts'
import type { SourceStatement } from './scratch/run-script.ts'

/** .sql files under a folder, by name. */
export function listSqlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return listSqlFiles(path)
      return entry.name.endsWith('.sql') ? [path] : []
    })
    .sort()
}

export function readSqlFile(path: string, root: string): SourceStatement[] {
  const name = relative(root, path)
  return splitScript(readFileSync(path, 'utf8'), name).map(({ sql, line }) => ({
    sql,
    origin: `${name}:${line}`,
  }))
}
