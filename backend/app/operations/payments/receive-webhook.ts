import type { AvatarbankDatabase } from '../../db.ts'
import { paymentWebhooks } from '../../models/index.ts'
import { retrying } from '../../transaction/retry.ts'

export interface ReceivedEvent {
  readonly provider: 'paypal'
  /** The provider's id of the event. */
  readonly eventId: string
  /** As received; the signature is verified before. */
  readonly payload: Readonly<Record<string, unknown>>
}

export type ReceiveOutcome =
  | { readonly kind: 'stored'; readonly webhook: number }
  | { readonly kind: 'repeated' }

/** Operation 7: an event is stored once. The provider is answered with success either way. */
export async function receiveWebhook(
  db: AvatarbankDatabase,
  { provider, eventId, payload }: ReceivedEvent,
): Promise<ReceiveOutcome> {
  const [stored] = await retrying('receive-webhook', () =>
    db
      .insert(paymentWebhooks)
      .values({ provider, eventId, payload })
      .onConflictDoNothing({ target: [paymentWebhooks.provider, paymentWebhooks.eventId] })
      .returning({ webhook: paymentWebhooks.id }),
  )
  return stored === undefined ? { kind: 'repeated' } : { kind: 'stored', webhook: stored.webhook }
}
