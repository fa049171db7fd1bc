import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../create/measured-run.ts'
import { npmPeer, peers } from '../create/peers.ts'
import type { LiveChange } from './changes.ts'
import { shapeAsDrizzle, shapeAsSql } from './shape.ts'

/** A tool that brings a live database to the schema after a change. */
export interface LiveTool {
  readonly name: string
  /** Why it is not measured: it is not installed. */
  readonly missing: string | undefined
  /** Undefined where the tool has no way to make the change by itself. */
  program(change: LiveChange, url: string, folder: string): Program | undefined
}

const root = join(import.meta.dirname, '../..')
const python = join(peers, '.venv/bin/python')

/** Asked for after the peers were installed. */
export function liveTools(): readonly LiveTool[] {
  return [
    {
      name: 'trueup apply',
      missing: undefined,
      program(change, url, folder) {
        const file = write(folder, 'after.sql', shapeAsSql(change.after))
        const accepted = change.accept.flatMap((decision) => ['--accept', decision])
        const cli = join(root, 'engine/bin/trueup.js')
        return {
          command: ['node', cli, 'apply', '--database', url, '--schema', file, '--yes', ...accepted],
          cwd: folder,
        }
      },
    },
    {
      name: named('drizzle-kit push', npmPeer('drizzle-kit').version),
      missing: missing('drizzle-kit'),
      program(change, url, folder) {
        if (isRename(change)) return undefined // it asks in a terminal
        symlinkSync(join(peers, 'node_modules'), join(folder, 'node_modules'))
        const models = write(folder, 'models.ts', shapeAsDrizzle(change.after))
        const options = ['--dialect=postgresql', `--schema=${models}`, `--url=${url}`, '--force']
        return {
          command: ['node', join(peers, 'node_modules/drizzle-kit/bin.cjs'), 'push', ...options],
          cwd: peers,
        }
      },
    },
    peer('MikroORM updateSchema', npmPeer('@mikro-orm/postgresql').version, ['node', 'mikro-orm-live.js']),
    peer('Alembic upgrade', alembicVersion(), [python, 'alembic_live.py']),
  ]
}

/** A program of ours in the tool's own language, which reads the table from a file. */
function peer(name: string, version: string | undefined, command: readonly string[]): LiveTool {
  return {
    name: named(name, version),
    missing: version === undefined ? `${name.split(' ')[0]} is not installed` : undefined,
    program(change, url, folder) {
      if (isRename(change)) return undefined // it would drop the column and add another
      const shape = write(folder, 'shape.json', JSON.stringify(change.after))
      return { command, cwd: peers, env: { DATABASE_URL: url, SHAPE: shape } }
    },
  }
}

function isRename({ accept }: LiveChange): boolean {
  return accept.some((decision) => decision.startsWith('rename:'))
}

function missing(name: string): string | undefined {
  return npmPeer(name).version === undefined ? `${name} is not installed` : undefined
}

function named(name: string, version: string | undefined): string {
  return version === undefined ? name : `${name} ${version}`
}

function alembicVersion(): string | undefined {
  if (!existsSync(python)) return undefined
  return /^alembic==(.*)$/m.exec(readFileSync(join(peers, 'requirements.txt'), 'utf8'))?.[1]
}

function write(folder: string, name: string, text: string): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
