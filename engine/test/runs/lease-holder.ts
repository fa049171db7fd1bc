import { randomUUID } from 'node:crypto'
import { ensureJournal } from '../../src/journal/ensure-journal.ts'
import { takeRunLock } from '../../src/run-lock/take-run-lock.ts'
import { connectUrl } from '../support/targets.ts'

/** Holds the run lock through a pooler until it is killed. Run by pooler.test.ts. */
const url = process.argv[2]!
const lock = await takeRunLock(
  { database: await connectUrl(url), connect: () => connectUrl(url) },
  {
    token: randomUUID(),
    ensureJournal: ensureJournal('0.1.0'),
    osUser: 'kim',
    osHost: 'laptop',
    ttlMs: 3_000,
  },
  { waitMs: 0, signal: new AbortController().signal, say: () => {} },
)
console.log(lock.kind)
setInterval(() => {}, 1_000)
