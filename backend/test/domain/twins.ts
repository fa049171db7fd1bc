import { type Cells, now } from './rows.ts'
import type { World } from './world.ts'

/** Two rows that cannot both be there, and the unique rule that must say so; `allowed` can be there beside the first. */
export interface Twins {
  readonly table: string
  readonly rule: string
  readonly first: Cells
  readonly second: Cells
  readonly allowed?: Cells
}

export function twins(world: World): readonly Twins[] {
  const {
    buyer,
    influencer,
    admin,
    avatar,
    job,
    generation,
    otherGeneration,
    payout,
    webhook,
    otherWebhook,
  } = world
  const key = '00000000-0000-4000-8000-000000000001'
  const done = { status: 'success', finished_at: now }
  const purchase = (reference: string, webhookId: Cells[string]) => ({
    type: 'purchase',
    amount: 50,
    credit_after: 50,
    money_amount: 10,
    reference_id: reference,
    payment_webhook_id: webhookId,
  })
  const earning = {
    type: 'earning',
    generation_id: generation,
    amount: 4,
    credit_after: 4,
    reference_id: null,
  }
  const payoutMovement = {
    type: 'payout',
    amount: -100,
    credit_before: 100,
    credit_after: 0,
    money_amount: 10,
    payout_request_id: payout,
  }
  return [
    {
      table: 'users',
      rule: 'users_email_uq',
      first: { email: 'Mina@Example.com' },
      second: { email: 'mina@example.COM' },
    },
    { table: 'users', rule: 'users_nickname_uq', first: { nickname: 'Mina' }, second: { nickname: 'MINA' } },
    {
      table: 'generations',
      rule: 'generations_buyer_id_idempotency_key_uq',
      first: { idempotency_key: key },
      second: { idempotency_key: key },
      allowed: { idempotency_key: key, buyer_id: admin },
    },
    {
      table: 'training_jobs',
      rule: 'training_jobs_avatar_id_uq',
      first: { avatar_id: avatar, status: 'running', started_at: now },
      second: {},
      allowed: { ...done, started_at: now },
    },
    {
      table: 'tasks',
      rule: 'tasks_generation_id_uq',
      first: {},
      second: { status: 'running', worker_id: 'w', started_at: now, lease_expires_at: now },
      allowed: done,
    },
    {
      table: 'tasks',
      rule: 'tasks_training_job_id_uq',
      first: { task_type: 'lora_training', generation_id: null, training_job_id: job },
      second: { task_type: 'lora_training', generation_id: null, training_job_id: job },
      allowed: { task_type: 'lora_training', generation_id: null, training_job_id: job, ...done },
    },
    {
      table: 'transactions',
      rule: 'transactions_generation_id_type_uq',
      first: earning,
      second: { ...earning, user_id: influencer },
      allowed: { ...earning, type: 'refund' },
    },
    {
      table: 'transactions',
      rule: 'transactions_payout_request_id_type_uq',
      first: payoutMovement,
      second: payoutMovement,
      allowed: { ...payoutMovement, type: 'payout_return', amount: 100, credit_before: 0, credit_after: 100 },
    },
    {
      table: 'transactions',
      rule: 'transactions_payment_webhook_id_uq',
      first: purchase('capture 1', webhook),
      second: purchase('capture 2', webhook),
      allowed: purchase('capture 2', otherWebhook),
    },
    {
      table: 'transactions',
      rule: 'transactions_reference_id_uq',
      first: purchase('capture 3', webhook),
      second: { ...purchase('capture 3', otherWebhook), user_id: influencer },
      allowed: { reference_id: 'capture 3' },
    },
    {
      table: 'transactions',
      rule: 'transactions_user_id_reference_id_uq',
      first: { reference_id: 'welcome' },
      second: { reference_id: 'welcome' },
      allowed: { reference_id: 'welcome', user_id: influencer },
    },
    {
      table: 'payment_webhooks',
      rule: 'payment_webhooks_provider_event_id_uq',
      first: { event_id: 'evt' },
      second: { event_id: 'evt' },
      allowed: { event_id: 'evt', provider: 'another' },
    },
    {
      table: 'payout_requests',
      rule: 'payout_requests_payout_tx_id_uq',
      first: { status: 'paid', admin_id: admin, payout_tx_id: 'tx' },
      second: { status: 'paid', admin_id: admin, payout_tx_id: 'tx' },
      allowed: { status: 'paid', admin_id: admin, payout_tx_id: 'tx 2' },
    },
    {
      table: 'payout_requests',
      rule: 'payout_requests_user_id_uq',
      first: { user_id: buyer, status: 'approved', admin_id: admin },
      second: { user_id: buyer },
      allowed: { user_id: buyer, status: 'rejected', admin_id: admin, reason: 'no' },
    },
    { table: 'shared_generations', rule: 'shared_generations_generation_id_uq', first: {}, second: {} },
    {
      table: 'shared_generations',
      rule: 'shared_generations_share_token_uq',
      first: { share_token: 'x'.repeat(22) },
      second: { share_token: 'x'.repeat(22), generation_id: otherGeneration },
    },
    {
      table: 'likes',
      rule: 'likes_generation_id_user_id_uq',
      first: {},
      second: {},
      allowed: { user_id: influencer },
    },
    {
      table: 'bookmarks',
      rule: 'bookmarks_user_id_generation_id_uq',
      first: {},
      second: {},
      allowed: { user_id: influencer },
    },
  ]
}
