/**
 * What every tool of the comparison is asked to create: Avatarbank's thirteen tables as far as all of them can
 * say it, without checks, triggers and partitions: 20 foreign keys, 24 indexes, 3 unique constraints.
 */
import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'

const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()
const key = () => bigint({ mode: 'number' })
const credits = key
const refersTo = (id: () => AnyPgColumn, onDelete: 'restrict' | 'cascade' | 'set null') =>
  key().references(id, { onDelete })
const moment = () => timestamp({ withTimezone: true })
const created = () => moment().notNull().defaultNow()

export const users = pgTable(
  'users',
  {
    id: id(),
    email: text().notNull(),
    nickname: text().notNull(),
    password_hash: text().notNull(),
    role: text().notNull().default('buyer'),
    credit_balance: credits().notNull().default(0),
    status: text().notNull().default('active'),
    locale: text().notNull().default('en'),
    created_at: created(),
    updated_at: created(),
    last_login_at: moment(),
  },
  (t) => [index('users_email_ix').on(t.email), index('users_nickname_ix').on(t.nickname)],
)

export const avatars = pgTable(
  'avatars',
  {
    id: id(),
    influencer_id: refersTo(() => users.id, 'restrict').notNull(),
    title: text().notNull(),
    description: text(),
    special_notes: text(),
    nationality: text(),
    gender: text().notNull().default('unspecified'),
    height: numeric({ precision: 5, scale: 2 }),
    weight: numeric({ precision: 5, scale: 2 }),
    lora_path: text(),
    preview_image_url: text(),
    nsfw_allowed: boolean().notNull().default(false),
    is_public: boolean().notNull().default(false),
    status: text().notNull().default('pending'),
    created_at: created(),
    updated_at: created(),
  },
  (t) => [
    index('avatars_influencer_id_ix').on(t.influencer_id),
    index('avatars_status_created_at_ix').on(t.status, t.created_at),
  ],
)

export const generations = pgTable(
  'generations',
  {
    id: id(),
    avatar_id: refersTo(() => avatars.id, 'restrict').notNull(),
    buyer_id: refersTo(() => users.id, 'restrict').notNull(),
    idempotency_key: uuid().notNull(),
    credits_used: integer().notNull(),
    option_credits: integer().notNull().default(0),
    refunded_credits: integer().notNull().default(0),
    prompt: text().notNull(),
    seed: text(),
    image_url: text(),
    status: text().notNull().default('pending'),
    fail_code: text(),
    fail_reason: text(),
    nsfw_flag: boolean().notNull().default(false),
    created_at: created(),
    finished_at: moment(),
  },
  (t) => [
    index('generations_buyer_id_ix').on(t.buyer_id),
    index('generations_avatar_id_ix').on(t.avatar_id),
    index('generations_idempotency_key_ix').on(t.idempotency_key),
  ],
)

export const training_jobs = pgTable(
  'training_jobs',
  {
    id: id(),
    avatar_id: refersTo(() => avatars.id, 'restrict').notNull(),
    status: text().notNull().default('pending'),
    created_at: created(),
    started_at: moment(),
    finished_at: moment(),
    log_url: text(),
    error_message: text(),
  },
  (t) => [index('training_jobs_avatar_id_ix').on(t.avatar_id), index('training_jobs_status_ix').on(t.status)],
)

export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    generation_id: refersTo(() => generations.id, 'cascade'),
    training_job_id: refersTo(() => training_jobs.id, 'cascade'),
    task_type: text().notNull(),
    status: text().notNull().default('queued'),
    worker_id: text(),
    created_at: created(),
    available_at: created(),
    lease_expires_at: moment(),
    started_at: moment(),
    finished_at: moment(),
    retry_count: integer().notNull().default(0),
    last_error_message: text(),
  },
  (t) => [
    index('tasks_generation_id_ix').on(t.generation_id),
    index('tasks_training_job_id_ix').on(t.training_job_id),
    index('tasks_status_available_at_ix').on(t.status, t.available_at),
  ],
)

export const payment_webhooks = pgTable(
  'payment_webhooks',
  {
    id: id(),
    provider: text().notNull(),
    event_id: text().notNull(),
    payload: jsonb().notNull(),
    status: text().notNull().default('received'),
    attempts: integer().notNull().default(0),
    error_message: text(),
    created_at: created(),
    processed_at: moment(),
  },
  (t) => [
    unique('payment_webhooks_provider_event_id_uq').on(t.provider, t.event_id),
    index('payment_webhooks_status_ix').on(t.status),
  ],
)

export const payout_requests = pgTable(
  'payout_requests',
  {
    id: id(),
    user_id: refersTo(() => users.id, 'restrict').notNull(),
    credits_requested: integer().notNull(),
    usd_amount: numeric({ precision: 10, scale: 2 }).notNull(),
    payout_account: text().notNull(),
    status: text().notNull().default('pending'),
    admin_id: refersTo(() => users.id, 'restrict'),
    reason: text(),
    payout_tx_id: text(),
    created_at: created(),
    updated_at: created(),
  },
  (t) => [index('payout_requests_user_id_ix').on(t.user_id), index('payout_requests_status_ix').on(t.status)],
)

export const transactions = pgTable(
  'transactions',
  {
    id: id(),
    user_id: refersTo(() => users.id, 'restrict').notNull(),
    type: text().notNull(),
    amount: credits().notNull(),
    credit_before: credits().notNull(),
    credit_after: credits().notNull(),
    currency: text().notNull().default('USD'),
    money_amount: numeric({ precision: 12, scale: 2 }),
    reference_id: text(),
    generation_id: refersTo(() => generations.id, 'restrict'),
    payout_request_id: refersTo(() => payout_requests.id, 'restrict'),
    payment_webhook_id: refersTo(() => payment_webhooks.id, 'restrict'),
    created_at: created(),
  },
  (t) => [
    index('transactions_user_id_ix').on(t.user_id),
    index('transactions_generation_id_ix').on(t.generation_id),
    index('transactions_created_at_ix').on(t.created_at),
  ],
)

export const shared_generations = pgTable(
  'shared_generations',
  {
    id: id(),
    generation_id: refersTo(() => generations.id, 'cascade').notNull(),
    share_token: text().notNull(),
    is_public: boolean().notNull().default(false),
    published_at: moment(),
    created_at: created(),
    expired_at: moment(),
  },
  (t) => [index('shared_generations_published_at_ix').on(t.published_at)],
)

export const likes = pgTable(
  'likes',
  {
    id: id(),
    user_id: refersTo(() => users.id, 'restrict').notNull(),
    generation_id: refersTo(() => generations.id, 'cascade').notNull(),
    created_at: created(),
  },
  (t) => [
    unique('likes_generation_id_user_id_uq').on(t.generation_id, t.user_id),
    index('likes_user_id_ix').on(t.user_id),
  ],
)

export const bookmarks = pgTable(
  'bookmarks',
  {
    id: id(),
    user_id: refersTo(() => users.id, 'restrict').notNull(),
    generation_id: refersTo(() => generations.id, 'cascade').notNull(),
    created_at: created(),
  },
  (t) => [
    unique('bookmarks_user_id_generation_id_uq').on(t.user_id, t.generation_id),
    index('bookmarks_user_id_ix').on(t.user_id),
  ],
)

export const audit_logs = pgTable(
  'audit_logs',
  {
    id: id(),
    created_at: created(),
    user_id: refersTo(() => users.id, 'restrict'),
    action: text().notNull(),
    target_type: text(),
    target_id: key(),
    metadata: jsonb(),
  },
  (t) => [
    index('audit_logs_user_id_created_at_ix').on(t.user_id, t.created_at),
    index('audit_logs_target_ix').on(t.target_type, t.target_id),
  ],
)

export const error_logs = pgTable(
  'error_logs',
  {
    id: id(),
    created_at: created(),
    source: text().notNull(),
    level: text().notNull().default('error'),
    message: text().notNull(),
    stack_trace: text(),
    related_user_id: refersTo(() => users.id, 'set null'),
    related_task_id: refersTo(() => tasks.id, 'set null'),
  },
  (t) => [index('error_logs_level_created_at_ix').on(t.level, t.created_at)],
)
