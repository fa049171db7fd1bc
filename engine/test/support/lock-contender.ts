import { randomBytes } from 'node:crypto'
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFileName, lockFolder } from '../../src/postgres/embedded/folder-lock.ts'
import {
  livenessOf,
  ownIdentity,
  type ProcessIdentity,
} from '../../src/postgres/embedded/process-identity.ts'

/**
 * Takes the lock of the folder again and again, and writes down each time it holds it. Whoever comes in while
 * the one before is alive and has not left says so: it must never happen. Every other lock is not released but
 * left behind as that of a dead process, for all to fight over. Run by folder-lock.test.ts.
 */
const folder = process.argv[2]!
const log = join(folder, 'log')
const self = ownIdentity()

for (let turn = 0; ; turn += 1) {
  const lock = await lockFolder(folder, 'contender').catch(() => undefined)
  if (!lock) {
    await sleep(Math.random() * 2)
    continue
  }
  const before = lastEntry()
  if (before?.event === 'in' && livenessOf(before.who) === 'alive') console.log(`violated by ${process.pid}`)
  note('in')
  await sleep(Math.random() * 2)
  note('out')
  if (turn % 2 === 0) leaveDead()
  lock.release()
  console.log('held')
}

function leaveDead(): void {
  const token = randomBytes(6).toString('hex')
  const dead = { ...self, started: 'long ago', command: 'contender', since: '', token }
  writeFileSync(join(folder, token), JSON.stringify(dead))
  renameSync(join(folder, token), join(folder, lockFileName))
}

function note(event: 'in' | 'out'): void {
  appendFileSync(log, `${JSON.stringify({ event, who: self })}\n`)
}

function lastEntry(): { event: 'in' | 'out'; who: ProcessIdentity } | undefined {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
  return lines.at(-1) ? JSON.parse(lines.at(-1)!) : undefined
}
