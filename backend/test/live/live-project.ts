import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeProject, type TestProject } from '../../../engine/test/support/project.ts'
import type { Edit } from './live-changes.ts'

const models = join(import.meta.dirname, '../../app/models')

const config = `import { defineConfig } from 'trueup'
export default defineConfig({ schema: ['models/index.ts', 'models/functions.sql'] })
`

/** A copy of Avatarbank's models in a project of its own, for a person to work on. */
export interface LiveProject extends TestProject {
  /** Makes them what they are in the application with these edits, and no others. */
  edit(edits: readonly Edit[]): void
}

export function makeLiveProject(): LiveProject {
  const names = readdirSync(models).filter((name) => !name.endsWith('.test.ts'))
  const originals = new Map(names.map((name) => [name, readFileSync(join(models, name), 'utf8')]))
  const files = Object.fromEntries([...originals].map(([name, text]) => [`models/${name}`, text]))
  const project = makeProject({ 'trueup.config.ts': config, ...files })
  return {
    ...project,
    edit(edits) {
      const texts = new Map(originals)
      for (const { file, find, replace } of edits) {
        const parts = texts.get(file)!.split(find)
        if (parts.length !== 2) throw new Error(`${find} is not once in ${file}`)
        texts.set(file, parts.join(replace))
      }
      for (const [name, text] of texts) project.write(`models/${name}`, text)
    },
  }
}
