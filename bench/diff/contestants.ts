import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../create/measured-run.ts'
import { npmPeer, packageVersion, peers } from '../create/peers.ts'
import type { SchemaFiles } from './schema-files.ts'

/** `no-op`: the database is what is wanted. `one change`: it lacks one column. */
export type Phase = 'no-op' | 'one change'

/** What a contestant is told. */
export interface Setting {
  /** The database as it is. */
  readonly current: string
  /** Another that is as wanted, for the tools that compare two. */
  readonly desired: string
  readonly files: SchemaFiles
  readonly folder: string
}

export interface Contestant {
  readonly name: string
  /** As it says itself; undefined when it is not there. */
  readonly version: string | undefined
  readonly source: string
  program(setting: Setting): Program
  /** Changes the database, because it has no command that only tells. */
  readonly applies?: boolean
  /** A first run fills its cache. */
  readonly keepsCache?: boolean
}

const root = join(import.meta.dirname, '../..')
const python = join(peers, '.venv/bin/python')

/** Asked for after the peers were installed. */
export function contestants(): readonly Contestant[] {
  return [
    trueup('trueup plan, Drizzle models', ({ files }) => files.models),
    trueup('trueup plan, .sql file', ({ files }) => files.sql),
    trueup('trueup plan, another database', ({ desired }) => desired),
    {
      name: 'drizzle-kit push',
      ...npmPeer('drizzle-kit'),
      applies: true,
      program: ({ current, files }) => {
        const options = ['--dialect=postgresql', `--schema=${files.models}`, `--url=${current}`]
        return peer(['node', 'node_modules/drizzle-kit/bin.cjs', 'push', ...options, '--force', '--verbose'])
      },
    },
    {
      name: '@pgkit/migra',
      ...npmPeer('@pgkit/migra'),
      program: ({ current, desired }) =>
        peer(['node', 'node_modules/@pgkit/migra/dist/command.js', current, desired, '--unsafe']),
    },
    {
      name: '@supabase/pg-delta plan',
      ...npmPeer('@supabase/pg-delta'),
      program: ({ current, desired }) => {
        const options = ['--source', current, '--desired', desired]
        return peer(['node', 'node_modules/@supabase/pg-delta/dist/cli/main.js', 'plan', ...options])
      },
    },
    {
      name: 'MikroORM getUpdateSchemaSQL',
      ...npmPeer('@mikro-orm/postgresql'),
      program: ({ current, files }) =>
        peer(['node', 'mikro-orm-plan.js'], { DATABASE_URL: current, SKETCH: files.json }),
    },
    {
      name: 'Alembic compare_metadata',
      version: pythonVersion('alembic'),
      source: 'bench/peers/requirements.txt',
      program: ({ current, files }) =>
        peer([python, 'alembic_plan.py'], { DATABASE_URL: current, SKETCH: files.json }),
    },
  ]
}

function trueup(name: string, schema: (setting: Setting) => string): Contestant {
  const isBuilt = existsSync(join(root, 'engine/dist/cli.js'))
  return {
    name,
    version: isBuilt ? packageVersion(join(root, 'engine')) : undefined,
    source: 'this repository (`npm ci`)',
    keepsCache: true,
    program: (setting) => ({
      command: [
        'node',
        join(root, 'engine/bin/trueup.js'),
        ...['plan', '--sql', '--database', setting.current, '--schema', schema(setting)],
      ],
      cwd: setting.folder,
    }),
  }
}

function peer(command: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  return { command, cwd: peers, env }
}

function pythonVersion(name: string): string | undefined {
  if (!existsSync(python)) return undefined
  const line = readFileSync(join(peers, 'requirements.txt'), 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}==`))
  return line?.split('==')[1]
}
