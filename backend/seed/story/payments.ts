import { randomOf, seedOf } from '../random.ts'
import type { Story } from './story.ts'

const packs = [
  { credits: 50, usd: 10 },
  { credits: 50, usd: 10 },
  { credits: 120, usd: 24 },
  { credits: 300, usd: 60 },
] as const

/** A pack is paid for: the event that proves it, and the credits. One in twenty-five is told twice. */
export function buyCredits(story: Story, user: number, at: number): void {
  const { credits, usd } = story.random.pick(packs)
  const webhook = writeWebhook(story, { user, at, usd, status: 'processed' })
  story.ledger.move({
    user,
    type: 'purchase',
    amount: credits,
    at,
    usd,
    reference: captureOf(webhook),
    webhook,
  })
  if (story.random.chance(0.04))
    writeWebhook(story, { user, at: at + 400, usd, status: 'ignored', of: webhook })
}

/** Events that came just now, or that nobody could make sense of. */
export function leaveUnprocessed(story: Story, at: number): void {
  const user = story.random.below(story.signedUp)
  const status = story.random.chance(0.8) ? 'received' : 'failed'
  writeWebhook(story, { user, at, usd: 10, status })
}

interface WebhookFacts {
  readonly user: number
  readonly at: number
  readonly usd: number
  readonly status: 'received' | 'processed' | 'ignored' | 'failed'
  /** The webhook that told of the same payment before. */
  readonly of?: number
}

function writeWebhook(story: Story, { user, at, usd, status, of }: WebhookFacts): number {
  const id = story.nextId('payment_webhooks')
  story.emit('payment_webhooks', () => {
    const event = `WH-${randomOf(seedOf(story.seed, 6, id))
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0')}-${id}`
    const payload = {
      id: event,
      event_type: 'PAYMENT.CAPTURE.COMPLETED',
      resource: {
        id: captureOf(of ?? id),
        status: 'COMPLETED',
        custom_id: String(user + 1),
        amount: { value: usd.toFixed(2), currency_code: 'USD' },
      },
    }
    const isDone = status === 'processed' || status === 'ignored'
    const error = status === 'failed' ? 'amount matches no pack' : null
    const attempts = status === 'received' ? 0 : status === 'failed' ? 3 : 1
    return [
      id,
      'paypal',
      event,
      JSON.stringify(payload),
      status,
      attempts,
      error,
      { at },
      isDone ? { at: at + 300 } : null,
    ]
  })
  return id
}

function captureOf(webhook: number): string {
  return `CAPTURE-${webhook.toString(36).toUpperCase().padStart(9, '0')}`
}
