import { type Cells, now } from './rows.ts'

/** The states of a table, what a row needs in each, and the steps between them that are legal. */
export interface LifeCycle {
  readonly table: string
  readonly states: Readonly<Record<string, Cells>>
  readonly steps: readonly `${string} > ${string}`[]
}

const ended = { finished_at: now }
const decided = { admin_id: { sql: "(SELECT id FROM users WHERE role = 'admin' LIMIT 1)" } }
const free = { lease_expires_at: null, finished_at: null }

export const lifeCycles: readonly LifeCycle[] = [
  {
    table: 'users',
    states: { active: {}, suspended: {}, deleted: {} },
    steps: ['active > suspended', 'suspended > active', 'active > deleted', 'suspended > deleted'],
  },
  {
    table: 'avatars',
    states: { pending: {}, active: { lora_path: 'models/1' }, rejected: {}, hidden: {} },
    steps: [
      'pending > active',
      'pending > rejected',
      'rejected > pending',
      'active > hidden',
      'hidden > active',
    ],
  },
  {
    table: 'training_jobs',
    states: {
      pending: { started_at: null, finished_at: null },
      running: { started_at: now, finished_at: null },
      success: { started_at: now, ...ended },
      failed: { started_at: now, ...ended, error_message: 'out of memory' },
    },
    steps: ['pending > running', 'running > success', 'running > failed'],
  },
  {
    table: 'generations',
    states: {
      pending: { finished_at: null, fail_code: null },
      processing: { finished_at: null, fail_code: null },
      success: { ...ended, fail_code: null, image_url: 'images/1' },
      failed: { ...ended, fail_code: 'policy' },
      canceled: { ...ended, fail_code: null },
    },
    steps: [
      'pending > processing',
      'processing > success',
      'processing > failed',
      'processing > canceled',
      'pending > failed',
      'pending > canceled',
    ],
  },
  {
    table: 'tasks',
    states: {
      queued: free,
      running: { ...free, lease_expires_at: now, worker_id: 'w1', started_at: now },
      success: { ...free, ...ended },
      failed: { ...free, ...ended },
      canceled: { ...free, ...ended },
    },
    steps: [
      'queued > running',
      'queued > canceled',
      'running > success',
      'running > failed',
      'running > canceled',
      'running > queued',
    ],
  },
  {
    table: 'payment_webhooks',
    states: {
      received: { processed_at: null },
      processed: { processed_at: now },
      ignored: { processed_at: now },
      failed: { processed_at: null, error_message: 'wrong amount' },
    },
    steps: [
      'received > processed',
      'received > ignored',
      'received > failed',
      'failed > processed',
      'failed > ignored',
    ],
  },
  {
    table: 'payout_requests',
    states: {
      pending: { admin_id: null, payout_tx_id: null },
      approved: { ...decided, payout_tx_id: null },
      rejected: { ...decided, payout_tx_id: null, reason: 'wrong account' },
      paid: { ...decided, payout_tx_id: 'tx 1' },
      failed: { ...decided, payout_tx_id: null, reason: 'bounced' },
    },
    steps: ['pending > approved', 'pending > rejected', 'approved > paid', 'approved > failed'],
  },
]
