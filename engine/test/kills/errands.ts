import type { Command } from '../../src/cli/command.ts'
import { apply } from '../../src/cli/commands/apply.ts'
import { create } from '../../src/cli/commands/create.ts'
import { plan } from '../../src/cli/commands/plan.ts'
import { undo } from '../../src/cli/commands/undo.ts'
import { verify } from '../../src/cli/commands/verify.ts'
import type { InProcessResult } from '../support/in-process.ts'
import { accepted, digest, lostDigest, numberedTwice, remains, seed, since } from './kill-case.ts'

/** A command that dies, and how to tell that running it again made up for that. */
export interface Errand {
  readonly what: string
  readonly command: Command
  readonly schema?: string
  /** The run to be taken back. */
  readonly word?: string
  /** Makes a database ready for it; what comes back is what the rows must say in the end. */
  prepare(desk: Desk): Promise<string>
  readonly rows: string
  readonly remains: string
  /** What tells, after all, that the database is as it should be. */
  readonly check: { readonly command: Command; readonly schema: string }
  isDone(result: InProcessResult): boolean
  /** There was nothing left to do. */
  isIdle(result: InProcessResult): boolean
}

export interface Desk {
  run(command: Command, schema: string): Promise<InProcessResult>
  query(sql: string): Promise<string>
}

const start = async ({ run, query }: Desk) => {
  await run(create, 'old.sql')
  await query(seed)
}

export const applying: Errand = {
  what: 'an apply',
  command: apply,
  schema: 'new.sql',
  async prepare(desk) {
    await start(desk)
    await desk.run(plan, 'new.sql')
    return desk.query(digest)
  },
  rows: digest,
  remains: `${remains} UNION ALL ${numberedTwice}`,
  check: { command: verify, schema: 'new.sql' },
  isDone: ({ exitCode }) => exitCode === 0,
  isIdle: ({ out }) => out.includes('Nothing to do'),
}

export const undoing: Errand = {
  what: 'an undo',
  command: undo,
  word: '2',
  async prepare(desk) {
    await start(desk)
    const lost = await desk.query(lostDigest)
    await desk.run(apply, 'new.sql')
    await desk.query(since)
    return [await desk.query(digest), lost].join(' ')
  },
  rows: `SELECT * FROM (${digest}) AS kept, (${lostDigest}) AS lost`,
  remains,
  check: { command: verify, schema: 'old.sql' },
  // one that was whole when it died is not to be taken back once more
  isDone: (result) => result.exitCode === 0 || isUndone(result),
  isIdle: isUndone,
}

function isUndone({ error }: InProcessResult): boolean {
  return error?.startsWith('UNDO-UNDONE') === true
}

export const flagsFor = (schema: string | undefined) => ({
  ...(schema === undefined ? {} : { schema: [schema] }),
  yes: true,
  accept: [accepted],
  'no-rehearsal': true,
})
