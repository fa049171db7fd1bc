import { inArray, sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { extend } from 'trueup/models'
import { users } from './accounts.ts'
import { createdAt, identity, moment, reference, updatedAt } from './columns.ts'
import { movesUpdatedAt, stepsOfStatus } from './triggers.ts'

export const webhookStatuses = ['received', 'processed', 'failed', 'ignored'] as const

export const paymentWebhooks = pgTable(
  'payment_webhooks',
  {
    id: identity(),
    provider: text('provider').notNull(),
    eventId: text('event_id').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    status: text('status', { enum: webhookStatuses }).notNull().default('received'),
    attempts: integer('attempts').notNull().default(0),
    errorMessage: text('error_message'),
    createdAt: createdAt(),
    processedAt: moment('processed_at'),
  },
  (t) => [
    primaryKey({ name: 'payment_webhooks_id_pk', columns: [t.id] }),
    unique('payment_webhooks_provider_event_id_uq').on(t.provider, t.eventId),
    check('payment_webhooks_payload_ck', sql`jsonb_typeof(${t.payload}) = 'object'`),
    check('payment_webhooks_status_ck', inArray(t.status, webhookStatuses)),
    check('payment_webhooks_attempts_ck', sql`${t.attempts} >= 0`),
    check(
      'payment_webhooks_status_error_message_ck',
      sql`${t.status} <> 'failed' OR ${t.errorMessage} IS NOT NULL`,
    ),
    check(
      'payment_webhooks_status_processed_at_ck',
      sql`(${t.status} IN ('processed', 'ignored')) = (${t.processedAt} IS NOT NULL)`,
    ),
    index('payment_webhooks_id_ix').on(t.id).where(sql`${t.status} IN ('received', 'failed')`),
  ],
)

export const paymentWebhooksExtras = extend(paymentWebhooks, {
  label: { en: 'Payment webhooks', ko: '결제 웹훅' },
  comment: 'Payment events as received: the proof behind purchases and the guard against double credit',
  columns: { provider: { comment: 'paypal' }, eventId: { comment: "The provider's id of the event" } },
  triggers: [
    stepsOfStatus('payment_webhooks', [
      'received > processed',
      'received > ignored',
      'received > failed',
      'failed > processed',
      'failed > ignored',
    ]),
  ],
})

export const payoutStatuses = ['pending', 'approved', 'rejected', 'paid', 'failed'] as const

export const payoutRequests = pgTable(
  'payout_requests',
  {
    id: identity(),
    userId: reference('user_id').notNull(),
    creditsRequested: integer('credits_requested').notNull(),
    usdAmount: numeric('usd_amount', { precision: 10, scale: 2 }).notNull(),
    payoutAccount: text('payout_account').notNull(),
    status: text('status', { enum: payoutStatuses }).notNull().default('pending'),
    adminId: reference('admin_id'),
    reason: text('reason'),
    payoutTxId: text('payout_tx_id'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'payout_requests_id_pk', columns: [t.id] }),
    foreignKey({
      name: 'payout_requests_user_id_fk',
      columns: [t.userId],
      foreignColumns: [users.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'payout_requests_admin_id_fk',
      columns: [t.adminId],
      foreignColumns: [users.id],
    }).onDelete('restrict'),
    unique('payout_requests_payout_tx_id_uq').on(t.payoutTxId),
    uniqueIndex('payout_requests_user_id_uq').on(t.userId).where(sql`${t.status} IN ('pending', 'approved')`),
    check(
      'payout_requests_credits_requested_ck',
      sql`${t.creditsRequested} > 0 AND ${t.creditsRequested} % 10 = 0`,
    ),
    check(
      'payout_requests_usd_amount_credits_requested_ck',
      sql`${t.usdAmount} * 10 = ${t.creditsRequested}`,
    ),
    check('payout_requests_status_ck', inArray(t.status, payoutStatuses)),
    check('payout_requests_status_admin_id_ck', sql`(${t.status} = 'pending') = (${t.adminId} IS NULL)`),
    check('payout_requests_admin_id_user_id_ck', sql`${t.adminId} <> ${t.userId}`),
    check(
      'payout_requests_status_reason_ck',
      sql`${t.status} NOT IN ('rejected', 'failed') OR ${t.reason} IS NOT NULL`,
    ),
    check(
      'payout_requests_status_payout_tx_id_ck',
      sql`(${t.status} = 'paid') = (${t.payoutTxId} IS NOT NULL)`,
    ),
    index('payout_requests_user_id_id_ix').on(t.userId, t.id.desc().nullsFirst()),
    index('payout_requests_status_id_ix')
      .on(t.status, t.id)
      .where(sql`${t.status} IN ('pending', 'approved')`),
  ],
)

export const payoutRequestsExtras = extend(payoutRequests, {
  label: { en: 'Payout requests', ko: '환전 요청' },
  comment: "Influencers' requests for USD; the credits leave the balance with the request",
  columns: {
    payoutAccount: { comment: 'Where the money goes, as of the request' },
    adminId: { comment: 'Who decided' },
    payoutTxId: { comment: "The provider's id of the payment" },
  },
  triggers: [
    stepsOfStatus('payout_requests', [
      'pending > approved',
      'pending > rejected',
      'approved > paid',
      'approved > failed',
    ]),
    movesUpdatedAt('payout_requests'),
  ],
})
