import { adminCount } from '../people.ts'
import { auditLog } from './logs.ts'
import type { Story } from './story.ts'

const dayMs = 86_400_000
const leastCredits = 100

export interface PayoutDesk {
  /** The influencer asks for all that may be paid out, unless a request is open or it is too little. */
  request(influencer: number, at: number): void
}

export function openPayoutDesk(story: Story): PayoutDesk {
  const { ledger, random } = story
  const openUntil = new Float64Array(story.size.users)
  return {
    request(user, at) {
      const most = Math.min(ledger.balances[user]!, ledger.payable[user]!)
      const credits = most - (most % 10)
      if (credits < leastCredits || openUntil[user]! > at) return
      const approved = at + random.between(0.3, 2) * dayMs
      const ended = approved + random.between(0.2, 2) * dayMs
      openUntil[user] = ended
      const payout = story.nextId('payout_requests')
      const status = statusOf(story, approved, ended, random.next())
      const admin = payout % adminCount
      const usd = credits / 10
      story.emit('payout_requests', () => [
        payout,
        user + 1,
        credits,
        usd,
        `paypal:influencer-${user + 1}@example.com`,
        status,
        status === 'pending' ? null : admin + 1,
        status === 'rejected'
          ? '본인 확인이 필요합니다'
          : status === 'failed'
            ? 'receiver account closed'
            : null,
        status === 'paid' ? `PAYOUT-${payout}` : null,
        { at },
        { at: Math.min(story.until, status === 'pending' ? at : status === 'approved' ? approved : ended) },
      ])
      ledger.move({ user, type: 'payout', amount: -credits, at, usd, payout })
      if (status === 'pending') return
      const happen = () => {
        auditLog(story, {
          at: Math.min(ended, story.until),
          user: admin,
          action: `payout_${status}`,
          target: ['payout_request', payout],
        })
        if (status === 'rejected' || status === 'failed')
          ledger.move({ user, type: 'payout_return', amount: credits, at: ended, usd, payout })
      }
      story.schedule.add({ due: Math.min(ended, story.until), happen })
    },
  }
}

function statusOf({ until }: Story, approved: number, ended: number, draw: number) {
  if (approved > until) return 'pending'
  if (ended > until) return 'approved'
  return draw < 0.86 ? 'paid' : draw < 0.95 ? 'rejected' : 'failed'
}
