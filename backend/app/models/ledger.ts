import { inArray, sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { extend } from 'trueup/models'
import { users } from './accounts.ts'
import { identity, moment, reference } from './columns.ts'
import { paymentWebhooks, payoutRequests } from './money.ts'
import { appendOnly } from './triggers.ts'
import { generations } from './work.ts'

export const transactionTypes = [
  'purchase',
  'generation',
  'earning',
  'refund',
  'payout',
  'payout_return',
  'bonus',
  'adjust',
] as const

export const transactions = pgTable(
  'transactions',
  {
    id: identity(),
    userId: reference('user_id').notNull(),
    type: text('type', { enum: transactionTypes }).notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    creditBefore: bigint('credit_before', { mode: 'number' }).notNull(),
    creditAfter: bigint('credit_after', { mode: 'number' }).notNull(),
    currency: text('currency').notNull().default('USD'),
    moneyAmount: numeric('money_amount', { precision: 12, scale: 2 }),
    referenceId: text('reference_id'),
    generationId: reference('generation_id'),
    payoutRequestId: reference('payout_request_id'),
    paymentWebhookId: reference('payment_webhook_id'),
    createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: 'transactions_id_pk', columns: [t.id] }),
    foreignKey({ name: 'transactions_user_id_fk', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'restrict',
    ),
    foreignKey({
      name: 'transactions_generation_id_fk',
      columns: [t.generationId],
      foreignColumns: [generations.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'transactions_payout_request_id_fk',
      columns: [t.payoutRequestId],
      foreignColumns: [payoutRequests.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'transactions_payment_webhook_id_fk',
      columns: [t.paymentWebhookId],
      foreignColumns: [paymentWebhooks.id],
    }).onDelete('restrict'),
    uniqueIndex('transactions_generation_id_type_uq')
      .on(t.generationId, t.type)
      .where(sql`${t.generationId} IS NOT NULL`),
    uniqueIndex('transactions_payout_request_id_type_uq')
      .on(t.payoutRequestId, t.type)
      .where(sql`${t.payoutRequestId} IS NOT NULL`),
    uniqueIndex('transactions_payment_webhook_id_uq')
      .on(t.paymentWebhookId)
      .where(sql`${t.paymentWebhookId} IS NOT NULL`),
    uniqueIndex('transactions_reference_id_uq').on(t.referenceId).where(sql`${t.type} = 'purchase'`),
    uniqueIndex('transactions_user_id_reference_id_uq')
      .on(t.userId, t.referenceId)
      .where(sql`${t.type} = 'bonus'`),
    check('transactions_type_ck', inArray(t.type, transactionTypes)),
    check('transactions_amount_ck', sql`${t.amount} <> 0`),
    check('transactions_credit_before_ck', sql`${t.creditBefore} >= 0`),
    check('transactions_credit_after_ck', sql`${t.creditAfter} >= 0`),
    check('transactions_currency_ck', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('transactions_money_amount_ck', sql`${t.moneyAmount} > 0`),
    check(
      'transactions_credit_after_credit_before_amount_ck',
      sql`${t.creditAfter} = ${t.creditBefore} + ${t.amount}`,
    ),
    check(
      'transactions_type_amount_ck',
      sql`CASE
        WHEN ${t.type} IN ('generation', 'payout') THEN ${t.amount} < 0
        WHEN ${t.type} = 'adjust' THEN true
        ELSE ${t.amount} > 0
      END`,
    ),
    check(
      'transactions_type_generation_id_ck',
      sql`(${t.type} IN ('generation', 'earning', 'refund')) = (${t.generationId} IS NOT NULL)`,
    ),
    check(
      'transactions_type_payout_request_id_ck',
      sql`(${t.type} IN ('payout', 'payout_return')) = (${t.payoutRequestId} IS NOT NULL)`,
    ),
    check(
      'transactions_type_payment_webhook_id_ck',
      sql`(${t.type} = 'purchase') = (${t.paymentWebhookId} IS NOT NULL)`,
    ),
    check(
      'transactions_type_reference_id_ck',
      sql`${t.type} NOT IN ('purchase', 'bonus', 'adjust') OR ${t.referenceId} IS NOT NULL`,
    ),
    check(
      'transactions_type_money_amount_ck',
      sql`(${t.type} IN ('purchase', 'payout', 'payout_return')) = (${t.moneyAmount} IS NOT NULL)`,
    ),
    check(
      'transactions_type_amount_money_amount_ck',
      sql`CASE
        WHEN ${t.type} = 'purchase' THEN ${t.amount} = ${t.moneyAmount} * 5
        WHEN ${t.type} IN ('payout', 'payout_return') THEN abs(${t.amount}) = ${t.moneyAmount} * 10
        ELSE true
      END`,
    ),
    index('transactions_user_id_id_ix').on(t.userId, t.id.desc().nullsFirst()),
    index('transactions_created_at_ix').using('brin', t.createdAt),
  ],
)

export const transactionsExtras = extend(transactions, {
  label: { en: 'Transactions', ko: '트랜잭션' },
  comment: 'The ledger: one row for each change of a balance, only ever added to',
  columns: {
    amount: { comment: 'Credits, signed' },
    currency: { comment: 'Currency of money_amount' },
    moneyAmount: { comment: 'Real money of a purchase or payout' },
    referenceId: { comment: 'Outside id: payment capture, promotion code, reason of an adjustment' },
    createdAt: { comment: "Not the transaction's start, which may run backwards along a user's chain" },
  },
  triggers: appendOnly('transactions'),
})
