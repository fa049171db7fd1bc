import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFolder } from '../../src/postgres/embedded/folder-lock.ts'
import {
  livenessOf,
  ownIdentity,
  type ProcessIdentity,
} from '../../src/postgres/embedded/process-identity.ts'

/**
 * Takes the lock of the folder again and again, and writes down each time it holds it. Whoever comes in while
 * the one before is alive and has not left says so: it must never happen. Run by folder-lock.test.ts.
 */
const folder = process.argv[2]!
const log = join(folder, 'log')
const self = ownIdentity()

for (;;) {
  const lock = await lockFolder(folder, 'contender').catch(() => undefined)
  if (!lock) {
    await sleep(Math.random() * 5)
    continue
  }
  const before = lastEntry()
  if (before?.event === 'in' && livenessOf(before.who) === 'alive') console.log(`violated by ${process.pid}`)
  note('in')
  await sleep(Math.random() * 3)
  note('out')
  console.log('held')
  lock.release()
}

function note(event: 'in' | 'out'): void {
  appendFileSync(log, `${JSON.stringify({ event, who: self })}\n`)
}

function lastEntry(): { event: 'in' | 'out'; who: ProcessIdentity } | undefined {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
  return lines.at(-1) ? JSON.parse(lines.at(-1)!) : undefined
}
