import type { Command } from '../../src/cli/command.ts'
import { type InProcessResult, runInProcess } from '../support/in-process.ts'
import { makeProject } from '../support/project.ts'
import { startProxy } from '../support/proxy.ts'
import { startServer, type TestServer } from '../support/server.ts'
import type { TestDatabase } from '../support/server-access.ts'
import type { Major } from '../support/server-programs.ts'
import { connectUrl } from '../support/targets.ts'
import { type Errand, flagsFor } from './errands.ts'
import { accepted, files } from './kill-case.ts'

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
  /** Is the database as the command should leave it? */
  readonly check: InProcessResult
  readonly rowsWanted: string
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
export async function openKillMatrix(major: Major, errand: Errand): Promise<KillMatrix> {
  const server = await startServer(major)
  const proxy = await startProxy(server)
  const project = makeProject(files)
  const run = (command: Command, url: string, { schema, word }: Pick<Errand, 'schema' | 'word'>) =>
    runInProcess(command, project.folder, { database: url, ...flagsFor(schema) }, word)
  const start = (url: string) => run(errand.command, url, errand)

  const template = await server.createDatabase()
  const rowsWanted = await errand.prepare({
    run: (command, schema) => run(command, template.url, { schema }),
    query: (sql) => query(template.url, sql),
  })
  const fresh = () => server.createDatabase(undefined, { template: template.name })

  const whole = await fresh()
  const undisturbed = await start(proxy.url(whole.url))
  if (undisturbed.exitCode !== 0)
    throw new Error(`undisturbed run: ${undisturbed.error}\n${undisturbed.notes}`)
  const messages = proxy.connections[0]?.queries.length ?? 0
  await whole.drop()

  return {
    messages,
    async die(death, message) {
      const database = await fresh()
      // after a crash the sequences of a copied database could go back, where no checkpoint came between
      if (death === 'crash') await query(database.url, 'CHECKPOINT')
      const disturbed = await disturb(death, message, database)
      const again = await start(database.url)
      const third = await start(database.url)
      const aftermath: Aftermath = {
        ...{ disturbed, again, third, rowsWanted },
        check: await run(errand.check.command, database.url, errand.check),
        rowsAfter: await query(database.url, errand.rows),
        remains: lines(await query(database.url, errand.remains)),
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
    const { schema, word } = errand
    const words = [
      ...(schema ? ['apply', '--schema', schema] : ['undo', word ?? '']),
      ...['--database', proxy.url(database.url), '--yes', '--accept', accepted, '--no-rehearsal'],
    ]
    const child = death === 'kill' ? project.start(words) : undefined
    if (child) void acted.then(() => child.kill('SIGKILL'))
    const outcome = child
      ? (await child.finished).exitCode
      : await start(proxy.url(database.url)).then(({ error, exitCode }) => error ?? exitCode)
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
