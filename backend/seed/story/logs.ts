import { randomOf, seedOf } from '../random.ts'
import type { Story } from './story.ts'

export interface AuditFacts {
  readonly at: number
  /** Index of who did it. */
  readonly user: number
  readonly action: string
  /** A kind of thing and its key. */
  readonly target: readonly [string, number] | undefined
}

export function auditLog(story: Story, { at, user, action, target }: AuditFacts): void {
  if (at < story.logsSince) return
  const id = story.nextId('audit_logs')
  story.emit('audit_logs', () => {
    const random = randomOf(seedOf(story.seed, 4, id))
    // an address range that is reserved for examples (RFC 5737)
    const metadata = {
      address: `203.0.113.${random.below(256)}`,
      client: random.pick(['web', 'ios', 'android']),
    }
    return [id, { at }, user + 1, action, target?.[0] ?? null, target?.[1] ?? null, JSON.stringify(metadata)]
  })
}

export function errorLog(story: Story, at: number, message: string, user: number, task: number): void {
  if (at < story.logsSince) return
  const id = story.nextId('error_logs')
  story.emit('error_logs', () => {
    const stack = `Error: ${message}\n    at attempt (worker.ts:${40 + (id % 50)})\n    at run (worker.ts:12)`
    return [id, { at }, 'worker', 'error', message, stack, user + 1, task]
  })
}
