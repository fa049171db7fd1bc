import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LiveChange } from './changes.ts'

/** A tool that brings a live database to the schema after a change. */
export interface LiveTool {
  readonly name: string
  command(change: LiveChange, url: string, folder: string): readonly string[]
}

const root = join(import.meta.dirname, '../..')

export const liveTools: readonly LiveTool[] = [
  {
    name: 'trueup apply',
    command(change, url, folder) {
      const file = join(folder, 'after.sql')
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, change.after)
      const accepted = change.accept.flatMap((decision) => ['--accept', decision])
      const cli = join(root, 'engine/bin/trueup.js')
      return ['node', cli, 'apply', '--database', url, '--schema', file, '--yes', ...accepted]
    },
  },
]
