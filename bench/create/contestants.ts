import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from './measured-run.ts'
import { npmPeer, packageVersion, peers } from './peers.ts'
import type { SketchFiles } from './sketch-files.ts'

/** `create` finds an empty database, `no-op` the one that `create` has just filled. */
export type Phase = 'create' | 'no-op'

export interface Contestant {
  readonly name: string
  /** As it says itself; undefined when it is not there. */
  readonly version: string | undefined
  /** What to install to have it. */
  readonly source: string
  program(phase: Phase, url: string): Program
}

export const yardstick = 'node + pg, one query'

const root = join(import.meta.dirname, '../..')
const cli = join(root, 'engine/bin/trueup.js')
const models = join(root, 'backend/app/models')

export function contestants(files: SketchFiles): Contestant[] {
  const sketch = join(import.meta.dirname, 'sketch.ts')
  return [
    trueup('trueup create', [sketch]),
    trueup("trueup create, Avatarbank's models", [join(models, 'functions.sql'), join(models, 'index.ts')]),
    {
      name: yardstick,
      ...npmPeer('pg'),
      program: (phase, url) =>
        peerProgram(['node', 'one-query.js'], url, phase === 'create' ? { SCRIPT: files.sql } : {}),
    },
    {
      name: 'psql, one message',
      version: firstLine('psql', ['--version']),
      source: "Debian's postgresql-client",
      program: (phase, url) => {
        const script = phase === 'create' ? readFileSync(files.sql, 'utf8') : 'SELECT 1'
        return peerProgram(['psql', '--no-psqlrc', '--quiet', url, '--command', script], url)
      },
    },
    {
      name: 'drizzle-kit push',
      ...npmPeer('drizzle-kit'),
      program: (_, url) => {
        const options = ['--dialect=postgresql', `--schema=${sketch}`, `--url=${url}`, '--force']
        return peerProgram(['node', 'node_modules/drizzle-kit/bin.cjs', 'push', ...options], url)
      },
    },
    {
      name: 'TypeORM synchronize',
      ...npmPeer('typeorm'),
      program: (_, url) => peerProgram(['node', 'typeorm.js'], url, { SKETCH: files.json }),
    },
    {
      name: 'MikroORM schema update',
      ...npmPeer('@mikro-orm/postgresql'),
      program: (_, url) => peerProgram(['node', 'mikro-orm.js'], url, { SKETCH: files.json }),
    },
    {
      name: 'Sequelize sync',
      ...npmPeer('sequelize'),
      program: (_, url) => peerProgram(['node', 'sequelize.js'], url, { SKETCH: files.json }),
    },
    {
      name: 'Prisma db push (WebAssembly engine)',
      ...npmPeer('prisma'),
      program: (_, url) =>
        peerProgram(
          [
            'node',
            'node_modules/prisma/build/index.js',
            'db',
            'push',
            '--skip-generate',
            '--config=prisma.config.js',
          ],
          url,
          { PRISMA_SCHEMA: files.prisma, ...withoutNativeEngine },
        ),
    },
    {
      name: 'SQLAlchemy create_all',
      version: firstLine('/usr/bin/python3', [
        '-c',
        'import sqlalchemy, psycopg2; print(sqlalchemy.__version__)',
      ]),
      source: "Debian's python3-sqlalchemy and python3-psycopg2",
      program: (_, url) =>
        peerProgram(['/usr/bin/python3', 'sqlalchemy_create_all.py'], url, { SKETCH: files.json }),
    },
  ]
}

/** Named so that Prisma does not go looking for what it would download; the WebAssembly engine stands in. */
const withoutNativeEngine = {
  PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
  PRISMA_QUERY_ENGINE_LIBRARY: '/bin/true',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}

function trueup(name: string, sources: readonly string[]): Contestant {
  const isBuilt = [join(root, 'engine/dist/cli.js'), ...sources].every((file) => existsSync(file))
  const schema = sources.flatMap((source) => ['--schema', source])
  return {
    name,
    version: isBuilt ? packageVersion(join(root, 'engine')) : undefined,
    source: 'this repository (`npm ci`)',
    program: (_, url) => ({
      command: ['node', cli, 'create', '--database', url, ...schema, '--yes'],
      cwd: root,
    }),
  }
}

function peerProgram(
  command: readonly string[],
  url: string,
  env: Readonly<Record<string, string>> = {},
): Program {
  return { command, cwd: peers, env: { DATABASE_URL: url, ...env } }
}

function firstLine(program: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(
      '\n',
    )[0]
  } catch {
    return undefined
  }
}
