import { randomUUID } from 'node:crypto'
import type { ReceivedEvent } from '../../app/operations/payments/receive-webhook.ts'

export interface EventSketch {
  readonly user: number | string
  readonly usd: string
  readonly currency?: string
  readonly status?: string
  readonly eventType?: string
}

/** What PayPal says of a payment, with an event and a capture of its own. */
export function paypalEvent(sketch: EventSketch): ReceivedEvent {
  const {
    user,
    usd,
    currency = 'USD',
    status = 'COMPLETED',
    eventType = 'PAYMENT.CAPTURE.COMPLETED',
  } = sketch
  const eventId = `WH-${randomUUID()}`
  const resource = {
    id: `CAPTURE-${randomUUID()}`,
    status,
    custom_id: String(user),
    amount: { currency_code: currency, value: usd },
  }
  return { provider: 'paypal', eventId, payload: { id: eventId, event_type: eventType, resource } }
}
