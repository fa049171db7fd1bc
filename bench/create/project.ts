import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runFolder } from '../../engine/test/support/run-folder.ts'

export interface BenchProject {
  readonly folder: string
  /** The sketch, as a file of this project. */
  readonly models: string
  changeModels(): void
  remove(): void
}

const root = join(import.meta.dirname, '../..')

/** A project of its own that has never been used: what the command caches lies in its `node_modules`. */
export function makeProject(): BenchProject {
  const folder = mkdtempSync(join(runFolder(), 'project-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(root, 'node_modules/drizzle-orm'), join(folder, 'node_modules/drizzle-orm'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const models = join(folder, 'models.ts')
  const sketch = readFileSync(join(import.meta.dirname, 'sketch.ts'), 'utf8')
  writeFileSync(models, sketch)
  return {
    folder,
    models,
    changeModels: () => writeFileSync(models, sketch.replace('last_login_at:', 'last_seen_at:')),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
