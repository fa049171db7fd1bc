import type { Blocker } from '../../apply/blocker.ts'
import type { ApplyEvent, LockWait, PauseReason } from '../../apply/events.ts'
import { pathOf } from '../../catalog/identify.ts'
import type { Language, Messages } from '../../messages/catalogue.ts'

/** What an event says to people. */
export interface ProgressText {
  /** Lines that stay. */
  readonly lines: readonly string[]
  /** How things stand: each one takes the place of the one before. */
  readonly live?: string
}

/** One event of a run as text; what every run has, and what is over at once, says nothing. */
export function progressText(event: ApplyEvent, language: Language, texts: Messages): ProgressText {
  const words = texts.apply
  switch (event.kind) {
    case 'run-started':
      return { lines: [] }
    case 'steps-started':
      return { lines: [], live: `${words.steps(event)}: ${pathOf(event.target)}` }
    case 'steps-finished': {
      const isWhole = event.first === 1 && event.last === event.of
      return { lines: isWhole ? [] : [`${words.steps(event)}: ${words.finished(event)}`] }
    }
    case 'progress':
      return { lines: [], live: progressLine(event, language, texts) }
    case 'lock-wait':
      return { lines: waitLines(event, texts) }
    case 'blocker-ended':
      return { lines: [words.blockerEnded({ ended: event.ended, pid: event.blocker.pid ?? 0 })] }
    case 'paused':
      return { lines: [`${words.step(event)}: ${pauseText(event.reason, texts)}`] }
    case 'resumed':
      return { lines: [`${words.step(event)}: ${words.resumed(event)}`] }
    case 'run-ended': {
      const { applied, failed, notReached, longestLockMs } = event
      return {
        lines: [
          ...(applied > 0 && notReached > 0 ? [words.summary({ applied, failed, notReached })] : []),
          ...(longestLockMs > 0 ? [words.longestLock({ milliseconds: longestLockMs })] : []),
        ],
      }
    }
  }
}

type ProgressEvent = Extract<ApplyEvent, { kind: 'progress' }>

/** `step 4 of 6: filling in, 42 % (420 of 1,000 blocks), 31,000 rows/s, 2 connections, 12 s left` */
function progressLine(event: ProgressEvent, language: Language, texts: Messages): string {
  const words = texts.apply
  const { phase, done, total, unit, rows, rowsPerSecond, connections, secondsLeft, elapsedMs } = event
  const number = (value: number) => value.toLocaleString(language)
  // PostgreSQL says after a colon which part of an index it builds; only the part before is a fixed phrase
  const name = (words.phases[phase] ?? words.phases[phase.split(':')[0] ?? ''])?.() ?? phase
  const parts = [
    name,
    done !== undefined && total !== undefined && unit !== undefined && total > 0
      ? words.counted({
          done: number(done),
          total: number(total),
          unit: words.units[unit](),
          percent: Math.floor((100 * done) / total),
        })
      : words.elapsed({ milliseconds: elapsedMs }),
    rows !== undefined && words.rows({ rows: number(rows) }),
    rowsPerSecond !== undefined && words.rate({ rows: number(rowsPerSecond) }),
    connections !== undefined && connections > 1 && words.connections({ count: connections }),
    secondsLeft !== undefined && words.left({ seconds: secondsLeft }),
  ]
  return `${words.step(event)}: ${parts.filter(Boolean).join(', ')}`
}

function waitLines(event: LockWait, texts: Messages): string[] {
  const words = texts.apply
  const facts = { object: pathOf(event.target), waitedMs: event.waitedMs, budgetMs: event.budgetMs }
  const heads = {
    lock: words.waitsForLock,
    queued: words.queued,
    transactions: words.waitsForTransactions,
  }
  return [`${words.step(event)}: ${heads[event.state](facts)}`, ...whoLines(event.blockers, texts)]
}

function whoLines(blockers: readonly Blocker[], texts: Messages): string[] {
  if (blockers.length === 0) return [`  ${texts.apply.nobodyFound()}`]
  return blockers.map((blocker) => `  ${texts.apply.blocker(blocker)}`)
}

function pauseText(reason: PauseReason, texts: Messages): string {
  const words = texts.apply.paused
  switch (reason.kind) {
    case 'asked':
      return words.asked()
    case 'replication-lag':
      return words.lag({ lagMs: reason.lagMs, megabytes: Math.round(reason.lagBytes / 1024 / 1024) })
    case 'load':
      return words.load({ active: reason.activeSessions, limit: reason.limit })
  }
}
