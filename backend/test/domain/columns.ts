/**
 * Every column, as the specification has it: `name type [?] [= default]`, where `?` may be null. Written by hand and
 * on its own, so that a slip in the models does not agree with itself.
 */
export const specifiedColumns: Readonly<Record<string, string>> = {
  users: `
    id bigint identity
    email text
    nickname text
    password_hash text
    role text = 'buyer'::text
    credit_balance bigint = 0
    status text = 'active'::text
    locale text = 'en'::text
    created_at timestamp with time zone = now()
    updated_at timestamp with time zone = now()
    last_login_at timestamp with time zone ?`,
  avatars: `
    id bigint identity
    influencer_id bigint
    title text
    description text ?
    special_notes text ?
    nationality text ?
    gender text = 'unspecified'::text
    height numeric(5,2) ?
    weight numeric(5,2) ?
    lora_path text ?
    preview_image_url text ?
    nsfw_allowed boolean = false
    is_public boolean = false
    status text = 'pending'::text
    created_at timestamp with time zone = now()
    updated_at timestamp with time zone = now()`,
  generations: `
    id bigint identity
    avatar_id bigint
    buyer_id bigint
    idempotency_key uuid
    credits_used integer
    option_credits integer = 0
    refunded_credits integer = 0
    prompt text
    seed text ?
    image_url text ?
    status text = 'pending'::text
    fail_code text ?
    fail_reason text ?
    nsfw_flag boolean = false
    created_at timestamp with time zone = now()
    finished_at timestamp with time zone ?`,
  training_jobs: `
    id bigint identity
    avatar_id bigint
    status text = 'pending'::text
    created_at timestamp with time zone = now()
    started_at timestamp with time zone ?
    finished_at timestamp with time zone ?
    log_url text ?
    error_message text ?`,
  tasks: `
    id bigint identity
    generation_id bigint ?
    training_job_id bigint ?
    task_type text
    status text = 'queued'::text
    worker_id text ?
    created_at timestamp with time zone = now()
    available_at timestamp with time zone = now()
    lease_expires_at timestamp with time zone ?
    started_at timestamp with time zone ?
    finished_at timestamp with time zone ?
    retry_count integer = 0
    last_error_message text ?`,
  transactions: `
    id bigint identity
    user_id bigint
    type text
    amount bigint
    credit_before bigint
    credit_after bigint
    currency text = 'USD'::text
    money_amount numeric(12,2) ?
    reference_id text ?
    generation_id bigint ?
    payout_request_id bigint ?
    payment_webhook_id bigint ?
    created_at timestamp with time zone = clock_timestamp()`,
  payment_webhooks: `
    id bigint identity
    provider text
    event_id text
    payload jsonb
    status text = 'received'::text
    attempts integer = 0
    error_message text ?
    created_at timestamp with time zone = now()
    processed_at timestamp with time zone ?`,
  payout_requests: `
    id bigint identity
    user_id bigint
    credits_requested integer
    usd_amount numeric(10,2)
    payout_account text
    status text = 'pending'::text
    admin_id bigint ?
    reason text ?
    payout_tx_id text ?
    created_at timestamp with time zone = now()
    updated_at timestamp with time zone = now()`,
  shared_generations: `
    id bigint identity
    generation_id bigint
    share_token text
    is_public boolean = false
    published_at timestamp with time zone ?
    created_at timestamp with time zone = now()
    expired_at timestamp with time zone ?`,
  likes: `
    id bigint identity
    user_id bigint
    generation_id bigint
    created_at timestamp with time zone = now()`,
  bookmarks: `
    id bigint identity
    user_id bigint
    generation_id bigint
    created_at timestamp with time zone = now()`,
  audit_logs: `
    id bigint identity
    created_at timestamp with time zone = now()
    user_id bigint ?
    action text
    target_type text ?
    target_id bigint ?
    metadata jsonb ?`,
  error_logs: `
    id bigint identity
    created_at timestamp with time zone = now()
    source text
    level text = 'error'::text
    message text
    stack_trace text ?
    related_user_id bigint ?
    related_task_id bigint ?`,
}
