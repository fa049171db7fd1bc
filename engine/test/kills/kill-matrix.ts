import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { plan } from '../../src/cli/commands/plan.ts'
import { type InProcessResult, runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { startProxy } from '../support/proxy.ts'
import { startServer, type TestServer } from '../support/server.ts'
import type { TestDatabase } from '../support/server-access.ts'
import type { Major } from '../support/server-programs.ts'
import { connectUrl } from '../support/targets.ts'
import { accepted, digest, files, remains, seed } from './kill-case.ts'

/**
 * Ways to die at a message. `cut-before`: it never arrives. `cut-after`: it arrives, the connection is gone.
 * `answer-lost`: it was answered. `kill`: the tool is killed once it is sent. `terminate`: the server ends the session.
 * `crash`: the server stops at once and comes back.
 */
export const deaths = ['cut-before', 'cut-after', 'answer-lost', 'kill', 'terminate', 'crash'] as const
export type Death = (typeof deaths)[number]

export interface Aftermath {
  /** The run that was disturbed; a run can survive what lies after its last word. */
  readonly disturbed: string
  readonly again: InProcessResult
  readonly third: InProcessResult
  readonly rowsBefore: string
  readonly rowsAfter: string
  readonly remains: readonly string[]
  readonly states: readonly string[]
}

export interface KillMatrix {
  /** Messages of an undisturbed run, on the connection that does the work. */
  readonly messages: number
  die(death: Death, message: number): Promise<Aftermath>
  close(): Promise<void>
}

/** A server of its own with a filled database as a template for every death. */
export async function openKillMatrix(major: Major): Promise<KillMatrix> {
  const server = await startServer(major)
  const proxy = await startProxy(server)
  const project = makeProject(files)
  const run = (command: typeof apply, url: string, schema: string) =>
    runInProcess(command, project.folder, {
      database: url,
      schema: [schema],
      yes: true,
      accept: [accepted],
      'no-rehearsal': true,
    })

  const template = await server.createDatabase()
  await run(create, template.url, 'old.sql')
  await server.execute(seed, template.name)
  await run(plan, template.url, 'new.sql')
  const fresh = () => server.createDatabase(undefined, { template: template.name })

  const whole = await fresh()
  const undisturbed = await run(apply, proxy.url(whole.url), 'new.sql')
  if (undisturbed.exitCode !== 0)
    throw new Error(`undisturbed run: ${undisturbed.error}\n${undisturbed.notes}`)
  const messages = proxy.connections[0]?.queries.length ?? 0
  await whole.drop()

  return {
    messages,
    async die(death, message) {
      const database = await fresh()
      const rowsBefore = await query(database.url, digest)
      const disturbed = await disturb(death, message, database)
      const again = await run(apply, database.url, 'new.sql')
      const third = await run(apply, database.url, 'new.sql')
      const aftermath: Aftermath = {
        ...{ disturbed, again, third, rowsBefore },
        rowsAfter: await query(database.url, digest),
        remains: lines(await query(database.url, remains)),
        states: lines(await query(database.url, 'SELECT command, state FROM trueup.runs ORDER BY id')),
      }
      await database.drop()
      return aftermath
    },
    async close() {
      await proxy.close()
      project.remove()
      await server.stop('immediate')
    },
  }

  async function disturb(death: Death, message: number, database: TestDatabase): Promise<string> {
    proxy.reset()
    let act: (() => Promise<void>) | undefined
    const acted = new Promise<void>((resolve) => {
      act = async () => {
        act = undefined
        await strike(death, server, database).catch(() => {})
        resolve()
      }
    })
    proxy.setRule(({ from, type, query: number, connection }) => {
      if (connection !== 1 || number !== message) return 'forward'
      if (death === 'answer-lost') return from === 'server' ? 'cut' : 'forward'
      if (from !== 'client' || type !== 'Q') return 'forward'
      if (death === 'cut-before') return 'cut'
      if (death === 'cut-after') return 'forward-and-cut'
      setImmediate(() => void act?.())
      return 'forward'
    })
    const words = [
      'apply',
      '--schema',
      'new.sql',
      '--database',
      proxy.url(database.url),
      '--yes',
      '--accept',
      accepted,
      '--no-rehearsal',
    ]
    const child = death === 'kill' ? project.start(words) : undefined
    if (child) void acted.then(() => child.kill('SIGKILL'))
    const outcome = child
      ? (await child.finished).exitCode
      : await run(apply, proxy.url(database.url), 'new.sql').then(({ error, exitCode }) => error ?? exitCode)
    if (death !== 'kill' && act === undefined) await acted
    return String(outcome)
  }
}

async function strike(death: Death, server: TestServer, database: TestDatabase): Promise<void> {
  if (death === 'terminate')
    await server.execute(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database.name}'`,
    )
  if (death === 'crash') {
    await server.stop('immediate')
    await server.start()
  }
}

async function query(url: string, sql: string): Promise<string> {
  const session = await connectUrl(url)
  try {
    const [table] = await session.query(sql)
    return table?.rows.map((row) => row.join(' ')).join('\n') ?? ''
  } finally {
    await session.close()
  }
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
