import { type Cells, now } from './rows.ts'
import type { World } from './world.ts'

/** Rows at the edge of what is allowed. */
export function acceptedRows({
  generation,
  payout,
  webhook,
  admin,
  job,
}: World): readonly (readonly [string, Cells])[] {
  const end = { finished_at: now }
  return [
    ['users', { nickname: 'abc' }],
    ['users', { nickname: '가'.repeat(20), locale: 'ja' }],
    ['avatars', { title: '가'.repeat(80), nationality: 'KR', height: 50, weight: 300, gender: 'other' }],
    ['avatars', { status: 'active', lora_path: 'models/1', is_public: true }],
    ['generations', { credits_used: 101, option_credits: 100, prompt: '가'.repeat(2000) }],
    ['generations', { ...end, status: 'failed', fail_code: 'policy' }],
    ['generations', { ...end, status: 'failed', fail_code: 'upload', refunded_credits: 1 }],
    ['generations', { ...end, status: 'canceled', credits_used: 5, option_credits: 4, refunded_credits: 4 }],
    ['generations', { ...end, status: 'success', image_url: 'images/1', seed: '18446744073709551616' }],
    ['training_jobs', { status: 'failed', started_at: now, ...end, error_message: 'out of memory' }],
    ['tasks', { task_type: 'lora_training', generation_id: null, training_job_id: job }],
    ['tasks', { status: 'running', worker_id: 'w1', started_at: now, lease_expires_at: now, retry_count: 2 }],
    ['tasks', { status: 'canceled', ...end }],
    ['transactions', { type: 'adjust', amount: -5, credit_before: 5, credit_after: 0 }],
    [
      'transactions',
      { type: 'generation', amount: -1, credit_before: 1, credit_after: 0, generation_id: generation },
    ],
    [
      'transactions',
      { type: 'purchase', amount: 50, credit_after: 50, money_amount: 10, payment_webhook_id: webhook },
    ],
    [
      'transactions',
      {
        type: 'payout',
        amount: -100,
        credit_before: 100,
        credit_after: 0,
        money_amount: 10,
        payout_request_id: payout,
      },
    ],
    ['payment_webhooks', { status: 'failed', error_message: 'wrong amount', attempts: 3 }],
    [
      'payment_webhooks',
      { provider: 'another', status: 'ignored', processed_at: now, payload: '{"a": [1]}' },
    ],
    ['payout_requests', { status: 'paid', admin_id: admin, payout_tx_id: 'tx 1' }],
    ['payout_requests', { status: 'rejected', admin_id: admin, reason: 'wrong account' }],
    [
      'shared_generations',
      { is_public: true, published_at: now, expired_at: { sql: "now() + interval '1 day'" } },
    ],
    ['audit_logs', { target_type: 'avatar', target_id: 1, metadata: '{"ip": "::1"}' }],
    ['audit_logs', { target_type: 'system' }],
    ['error_logs', { level: 'info', related_user_id: 10 ** 15, related_task_id: 10 ** 15 }],
  ]
}
