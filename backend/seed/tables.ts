/** The thirteen tables in an order that their foreign keys allow, with the columns that the seed fills. */
export const tables = {
  users:
    'id email nickname password_hash role credit_balance status locale created_at updated_at last_login_at',
  payment_webhooks: 'id provider event_id payload status attempts error_message created_at processed_at',
  error_logs: 'id created_at source level message stack_trace related_user_id related_task_id',
  avatars:
    'id influencer_id title description special_notes nationality gender height weight lora_path preview_image_url nsfw_allowed is_public status created_at updated_at',
  payout_requests:
    'id user_id credits_requested usd_amount payout_account status admin_id reason payout_tx_id created_at updated_at',
  audit_logs: 'id created_at user_id action target_type target_id metadata',
  generations:
    'id avatar_id buyer_id idempotency_key credits_used option_credits refunded_credits prompt seed image_url status fail_code fail_reason nsfw_flag created_at finished_at',
  training_jobs: 'id avatar_id status created_at started_at finished_at log_url error_message',
  tasks:
    'id generation_id task_type status worker_id created_at available_at lease_expires_at started_at finished_at retry_count last_error_message',
  transactions:
    'id user_id type amount credit_before credit_after money_amount reference_id generation_id payout_request_id payment_webhook_id created_at',
  shared_generations: 'id generation_id share_token is_public published_at created_at expired_at',
  likes: 'id user_id generation_id created_at',
  bookmarks: 'id user_id generation_id created_at',
} as const

export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]
