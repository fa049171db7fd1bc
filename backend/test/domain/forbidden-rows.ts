import type { Cells } from './rows.ts'
import { now } from './rows.ts'
import type { World } from './world.ts'

/** Rows that break one rule, and the check that must say so: what is written here replaces parts of a valid row. */
export interface ForbiddenRow {
  readonly table: string
  readonly check: string
  readonly cells: Cells
}

const earlier = { sql: "now() - interval '1 hour'" }
const running = { status: 'running', lease_expires_at: now, worker_id: 'w1', started_at: now }
const failed = { status: 'failed', fail_code: 'engine', refunded_credits: 1, finished_at: now }

export function forbiddenRows(world: World): readonly ForbiddenRow[] {
  const { generation, job, payout, webhook, admin, influencer } = world
  const purchase = {
    type: 'purchase',
    amount: 50,
    credit_after: 50,
    money_amount: 10,
    payment_webhook_id: webhook,
  }
  const payoutMovement = {
    type: 'payout',
    amount: -100,
    credit_before: 100,
    credit_after: 0,
    reference_id: null,
  }
  return [
    ...of('users', {
      nickname: [{ nickname: 'ab' }, { nickname: 'x'.repeat(21) }],
      role: [{ role: 'owner' }],
      credit_balance: [{ credit_balance: -1 }],
      status: [{ status: 'closed' }],
      locale: [{ locale: 'fr' }],
    }),
    ...of('avatars', {
      title: [{ title: '' }, { title: 'x'.repeat(81) }],
      nationality: [{ nationality: 'kr' }, { nationality: 'KOR' }, { nationality: 'K1' }],
      gender: [{ gender: 'none' }],
      height: [{ height: 49.99 }, { height: 250.01 }],
      weight: [{ weight: 19.99 }, { weight: 300.01 }],
      status: [{ status: 'training' }],
      status_lora_path: [{ status: 'active' }],
    }),
    ...of('generations', {
      credits_used: [{ credits_used: 2 }, { credits_used: 5, option_credits: 5 }],
      option_credits: [
        { credits_used: 0, option_credits: -1 },
        { credits_used: 102, option_credits: 101 },
      ],
      refunded_credits: [
        { status: 'canceled', finished_at: now, refunded_credits: -1 },
        { status: 'canceled', finished_at: now, refunded_credits: 2 },
      ],
      status_refunded_credits: [
        { refunded_credits: 1 },
        { status: 'success', image_url: 'k', finished_at: now, refunded_credits: 1 },
      ],
      prompt: [{ prompt: '' }, { prompt: 'x'.repeat(2001) }],
      status: [{ status: 'queued' }],
      status_image_url: [{ status: 'success', finished_at: now }],
      status_finished_at: [
        { finished_at: now },
        { status: 'processing', finished_at: now },
        { status: 'canceled' },
        { status: 'success', image_url: 'k' },
        { ...failed, finished_at: null },
      ],
      fail_code: [{ ...failed, fail_code: 'weather' }],
      status_fail_code: [{ fail_code: 'engine' }, { ...failed, fail_code: null }],
      fail_code_refunded_credits: [
        { ...failed, fail_code: 'policy' },
        { ...failed, refunded_credits: 0 },
        { ...failed, credits_used: 5, option_credits: 4 },
        { ...failed, fail_code: 'timeout', refunded_credits: 0 },
      ],
    }),
    ...of('training_jobs', {
      status: [{ status: 'queued', started_at: now }],
      status_started_at: [{ started_at: now }, { status: 'running' }],
      status_finished_at: [
        { status: 'running', started_at: now, finished_at: now },
        { status: 'success', started_at: now },
        { status: 'failed', started_at: now, error_message: 'm' },
      ],
      finished_at_started_at: [{ status: 'success', started_at: now, finished_at: earlier }],
      status_error_message: [{ status: 'failed', started_at: now, finished_at: now }],
    }),
    ...of('tasks', {
      task_type: [{ task_type: 'upscaling', generation_id: null }],
      task_type_generation_id_training_job_id: [
        { generation_id: null },
        { training_job_id: job },
        { generation_id: null, training_job_id: job },
        { task_type: 'lora_training' },
        { task_type: 'lora_training', generation_id: null },
        { task_type: 'lora_training', training_job_id: job },
      ],
      status: [{ status: 'pending' }],
      retry_count: [{ retry_count: -1 }, { retry_count: 3 }],
      status_lease_expires_at: [{ ...running, lease_expires_at: null }, { lease_expires_at: now }],
      status_worker_id_started_at: [
        { ...running, worker_id: null },
        { ...running, started_at: null },
      ],
      status_finished_at: [
        { status: 'success' },
        { status: 'failed' },
        { status: 'canceled' },
        { finished_at: now },
        { ...running, finished_at: now },
      ],
    }),
    ...of('transactions', {
      type: [{ type: 'gift' }],
      amount: [{ type: 'adjust', amount: 0, credit_after: 0 }],
      credit_before: [{ credit_before: -1, credit_after: 4 }],
      credit_after: [{ type: 'adjust', amount: -5, credit_before: 4, credit_after: -1 }],
      currency: [{ currency: 'usd' }, { currency: 'US' }],
      // The amounts must agree with the money, so this check speaks together with another one, and first.
      money_amount: [
        { ...purchase, money_amount: -10 },
        { ...purchase, money_amount: 0 },
      ],
      credit_after_credit_before_amount: [{ credit_after: 6 }, { credit_before: 1 }],
      type_amount: [
        { amount: -5, credit_before: 5, credit_after: 0 },
        { type: 'generation', generation_id: generation },
        { type: 'earning', generation_id: generation, amount: -5, credit_before: 5, credit_after: 0 },
        { type: 'refund', generation_id: generation, amount: -5, credit_before: 5, credit_after: 0 },
        {
          ...payoutMovement,
          money_amount: 10,
          payout_request_id: payout,
          amount: 100,
          credit_before: 0,
          credit_after: 100,
        },
        { ...payoutMovement, type: 'payout_return', money_amount: 10, payout_request_id: payout },
        { ...purchase, amount: -50, credit_before: 50, credit_after: 0 },
      ],
      type_generation_id: [
        { generation_id: generation },
        { type: 'refund' },
        { type: 'earning' },
        { type: 'generation', amount: -5, credit_before: 5, credit_after: 0 },
      ],
      type_payout_request_id: [
        { payout_request_id: payout },
        { ...payoutMovement, money_amount: 10 },
        { type: 'payout_return', amount: 100, credit_after: 100, money_amount: 10 },
      ],
      type_payment_webhook_id: [{ payment_webhook_id: webhook }, { ...purchase, payment_webhook_id: null }],
      type_reference_id: [
        { reference_id: null },
        { type: 'adjust', reference_id: null },
        { ...purchase, reference_id: null },
      ],
      type_money_amount: [
        { money_amount: 1 },
        { ...purchase, money_amount: null },
        { ...payoutMovement, payout_request_id: payout },
      ],
      type_amount_money_amount: [
        { ...purchase, money_amount: 9.99 },
        { ...payoutMovement, payout_request_id: payout, money_amount: 20 },
        { type: 'payout_return', amount: 100, credit_after: 100, payout_request_id: payout, money_amount: 9 },
      ],
    }),
    ...of('payment_webhooks', {
      payload: [{ payload: '[]' }, { payload: '"{}"' }, { payload: 'null' }],
      status: [{ status: 'pending' }],
      attempts: [{ attempts: -1 }],
      status_error_message: [{ status: 'failed' }],
      status_processed_at: [
        { status: 'processed' },
        { status: 'ignored' },
        { processed_at: now },
        { status: 'failed', error_message: 'm', processed_at: now },
      ],
    }),
    ...of('payout_requests', {
      credits_requested: [
        { credits_requested: 0, usd_amount: 0 },
        { credits_requested: -10, usd_amount: -1 },
        { credits_requested: 15, usd_amount: 1.5 },
      ],
      usd_amount_credits_requested: [{ usd_amount: 9.99 }, { usd_amount: 100 }],
      status: [{ status: 'open', admin_id: admin }],
      status_admin_id: [{ admin_id: admin }, { status: 'approved' }],
      admin_id_user_id: [{ status: 'approved', admin_id: influencer }],
      status_reason: [
        { status: 'rejected', admin_id: admin },
        { status: 'failed', admin_id: admin },
      ],
      status_payout_tx_id: [
        { status: 'paid', admin_id: admin },
        { status: 'approved', admin_id: admin, payout_tx_id: 'tx' },
        { payout_tx_id: 'tx' },
      ],
    }),
    ...of('shared_generations', {
      share_token: [{ share_token: 'x'.repeat(21) }],
      is_public_published_at: [{ is_public: true }, { published_at: now }],
      expired_at_created_at: [{ expired_at: earlier }, { created_at: now, expired_at: now }],
    }),
    ...of('audit_logs', { target_type_target_id: [{ target_id: 1 }] }),
    ...of('error_logs', { level: [{ level: 'fatal' }] }),
  ]
}

function of(table: string, checks: Readonly<Record<string, readonly Cells[]>>): readonly ForbiddenRow[] {
  return Object.entries(checks).flatMap(([columns, rows]) =>
    rows.map((cells) => ({ table, check: `${table}_${columns}_ck`, cells })),
  )
}
