import { type Cells, now } from './rows.ts'

/** A foreign key, and what deleting the row it points at must do. */
export interface Reference {
  readonly table: string
  readonly column: string
  readonly target: string
  readonly onDelete: 'restrict' | 'cascade'
  /** What makes a row that refers, beyond the column itself. */
  readonly cells?: Cells
}

export const references: readonly Reference[] = [
  { table: 'avatars', column: 'influencer_id', target: 'users', onDelete: 'restrict' },
  { table: 'generations', column: 'avatar_id', target: 'avatars', onDelete: 'restrict' },
  { table: 'generations', column: 'buyer_id', target: 'users', onDelete: 'restrict' },
  { table: 'training_jobs', column: 'avatar_id', target: 'avatars', onDelete: 'restrict' },
  { table: 'tasks', column: 'generation_id', target: 'generations', onDelete: 'cascade' },
  {
    table: 'tasks',
    column: 'training_job_id',
    target: 'training_jobs',
    onDelete: 'cascade',
    cells: { task_type: 'lora_training', generation_id: null },
  },
  { table: 'transactions', column: 'user_id', target: 'users', onDelete: 'restrict' },
  {
    table: 'transactions',
    column: 'generation_id',
    target: 'generations',
    onDelete: 'restrict',
    cells: { type: 'earning' },
  },
  {
    table: 'transactions',
    column: 'payout_request_id',
    target: 'payout_requests',
    onDelete: 'restrict',
    cells: { type: 'payout_return', money_amount: 0.5 },
  },
  {
    table: 'transactions',
    column: 'payment_webhook_id',
    target: 'payment_webhooks',
    onDelete: 'restrict',
    cells: { type: 'purchase', money_amount: 1 },
  },
  { table: 'payout_requests', column: 'user_id', target: 'users', onDelete: 'restrict' },
  {
    table: 'payout_requests',
    column: 'admin_id',
    target: 'users',
    onDelete: 'restrict',
    cells: { status: 'approved' },
  },
  { table: 'shared_generations', column: 'generation_id', target: 'generations', onDelete: 'cascade' },
  { table: 'likes', column: 'user_id', target: 'users', onDelete: 'restrict' },
  { table: 'likes', column: 'generation_id', target: 'generations', onDelete: 'cascade' },
  { table: 'bookmarks', column: 'user_id', target: 'users', onDelete: 'restrict' },
  { table: 'bookmarks', column: 'generation_id', target: 'generations', onDelete: 'cascade' },
  {
    table: 'audit_logs',
    column: 'user_id',
    target: 'users',
    onDelete: 'restrict',
    cells: { created_at: now },
  },
]
