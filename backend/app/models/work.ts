import { inArray, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { extend } from 'trueup/models'
import { users } from './accounts.ts'
import { createdAt, identity, moment, reference } from './columns.ts'
import { avatars, trainingJobs } from './market.ts'
import { stepsOfStatus } from './triggers.ts'

export const generationStatuses = ['pending', 'processing', 'success', 'failed', 'canceled'] as const
export const failCodes = ['engine', 'upload', 'timeout', 'policy'] as const

export const generations = pgTable(
  'generations',
  {
    id: identity(),
    avatarId: reference('avatar_id').notNull(),
    buyerId: reference('buyer_id').notNull(),
    idempotencyKey: uuid('idempotency_key').notNull(),
    creditsUsed: integer('credits_used').notNull(),
    optionCredits: integer('option_credits').notNull().default(0),
    refundedCredits: integer('refunded_credits').notNull().default(0),
    prompt: text('prompt').notNull(),
    seed: text('seed'),
    imageUrl: text('image_url'),
    status: text('status', { enum: generationStatuses }).notNull().default('pending'),
    failCode: text('fail_code', { enum: failCodes }),
    failReason: text('fail_reason'),
    nsfwFlag: boolean('nsfw_flag').notNull().default(false),
    createdAt: createdAt(),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    primaryKey({ name: 'generations_id_pk', columns: [t.id] }),
    foreignKey({
      name: 'generations_avatar_id_fk',
      columns: [t.avatarId],
      foreignColumns: [avatars.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'generations_buyer_id_fk',
      columns: [t.buyerId],
      foreignColumns: [users.id],
    }).onDelete('restrict'),
    unique('generations_buyer_id_idempotency_key_uq').on(t.buyerId, t.idempotencyKey),
    check('generations_credits_used_ck', sql`${t.creditsUsed} = 1 + ${t.optionCredits}`),
    check('generations_option_credits_ck', sql`${t.optionCredits} BETWEEN 0 AND 100`),
    check('generations_refunded_credits_ck', sql`${t.refundedCredits} BETWEEN 0 AND ${t.creditsUsed}`),
    check(
      'generations_status_refunded_credits_ck',
      sql`${t.refundedCredits} = 0 OR ${t.status} IN ('failed', 'canceled')`,
    ),
    check('generations_prompt_ck', sql`char_length(${t.prompt}) BETWEEN 1 AND 2000`),
    check('generations_status_ck', inArray(t.status, generationStatuses)),
    check('generations_status_image_url_ck', sql`${t.status} <> 'success' OR ${t.imageUrl} IS NOT NULL`),
    check(
      'generations_status_finished_at_ck',
      sql`(${t.status} IN ('success', 'failed', 'canceled')) = (${t.finishedAt} IS NOT NULL)`,
    ),
    check('generations_fail_code_ck', inArray(t.failCode, failCodes)),
    check('generations_status_fail_code_ck', sql`(${t.status} = 'failed') = (${t.failCode} IS NOT NULL)`),
    check(
      'generations_fail_code_refunded_credits_ck',
      sql`${t.status} <> 'failed'
        OR ${t.refundedCredits} = CASE ${t.failCode} WHEN 'policy' THEN 0 ELSE ${t.creditsUsed} END`,
    ),
    index('generations_buyer_id_id_ix').on(t.buyerId, t.id.desc().nullsFirst()),
    index('generations_avatar_id_id_ix').on(t.avatarId, t.id.desc().nullsFirst()),
  ],
)

export const generationsExtras = extend(generations, {
  label: { en: 'Image generations', ko: '이미지 생성 기록' },
  comment: 'Requested images, one row each; inserted with the debit, then worked on by a task',
  columns: {
    idempotencyKey: { comment: 'Sent by the client: a repeated request is charged once' },
    creditsUsed: { comment: 'Total price: 1 for the platform + option_credits' },
    optionCredits: { comment: "The influencer's part" },
    seed: { comment: 'Shown to the buyer only; text, because seeds exceed 63 bits' },
    imageUrl: { comment: 'Storage key' },
    failCode: { comment: 'Decides the refund: everything, or nothing for policy' },
    failReason: { comment: 'For people' },
    createdAt: { comment: 'Time of the request' },
  },
  triggers: [
    stepsOfStatus('generations', [
      'pending > processing',
      'processing > success',
      'processing > failed',
      'processing > canceled',
      'pending > failed',
      'pending > canceled',
    ]),
  ],
})

export const taskTypes = ['generation', 'lora_training'] as const
export const taskStatuses = ['queued', 'running', 'success', 'failed', 'canceled'] as const

export const tasks = pgTable(
  'tasks',
  {
    id: identity(),
    generationId: reference('generation_id'),
    trainingJobId: reference('training_job_id'),
    taskType: text('task_type', { enum: taskTypes }).notNull(),
    status: text('status', { enum: taskStatuses }).notNull().default('queued'),
    workerId: text('worker_id'),
    createdAt: createdAt(),
    availableAt: moment('available_at').notNull().defaultNow(),
    leaseExpiresAt: moment('lease_expires_at'),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
    retryCount: integer('retry_count').notNull().default(0),
    lastErrorMessage: text('last_error_message'),
  },
  (t) => [
    primaryKey({ name: 'tasks_id_pk', columns: [t.id] }),
    foreignKey({
      name: 'tasks_generation_id_fk',
      columns: [t.generationId],
      foreignColumns: [generations.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'tasks_training_job_id_fk',
      columns: [t.trainingJobId],
      foreignColumns: [trainingJobs.id],
    }).onDelete('cascade'),
    uniqueIndex('tasks_generation_id_uq').on(t.generationId).where(sql`${t.status} IN ('queued', 'running')`),
    uniqueIndex('tasks_training_job_id_uq')
      .on(t.trainingJobId)
      .where(sql`${t.status} IN ('queued', 'running')`),
    check('tasks_task_type_ck', inArray(t.taskType, taskTypes)),
    check('tasks_status_ck', inArray(t.status, taskStatuses)),
    check('tasks_retry_count_ck', sql`${t.retryCount} BETWEEN 0 AND 2`),
    check(
      'tasks_task_type_generation_id_training_job_id_ck',
      sql`(${t.taskType} = 'generation') = (${t.generationId} IS NOT NULL)
        AND (${t.taskType} = 'lora_training') = (${t.trainingJobId} IS NOT NULL)`,
    ),
    check(
      'tasks_status_lease_expires_at_ck',
      sql`(${t.status} = 'running') = (${t.leaseExpiresAt} IS NOT NULL)`,
    ),
    check(
      'tasks_status_worker_id_started_at_ck',
      sql`${t.status} <> 'running' OR (${t.workerId} IS NOT NULL AND ${t.startedAt} IS NOT NULL)`,
    ),
    check(
      'tasks_status_finished_at_ck',
      sql`(${t.status} IN ('success', 'failed', 'canceled')) = (${t.finishedAt} IS NOT NULL)`,
    ),
    index('tasks_task_type_available_at_id_ix')
      .on(t.taskType, t.availableAt, t.id)
      .where(sql`${t.status} = 'queued'`),
    index('tasks_lease_expires_at_ix').on(t.leaseExpiresAt).where(sql`${t.status} = 'running'`),
    index('tasks_generation_id_ix').on(t.generationId),
    index('tasks_training_job_id_ix').on(t.trainingJobId),
  ],
)

export const tasksExtras = extend(tasks, {
  label: { en: 'Tasks', ko: '작업 관리' },
  comment: 'Work queue: claimed by many workers at once, finished once; old rows may go after 90 days',
  // Nearly all rows are finished while the working indexes hold the few that are not: dead entries must go early.
  storage: {
    autovacuum_vacuum_scale_factor: 0.01,
    autovacuum_vacuum_insert_scale_factor: 0.05,
    autovacuum_analyze_scale_factor: 0.02,
    autovacuum_vacuum_cost_delay: 0,
  },
  columns: {
    workerId: { comment: 'Who holds it, or held it last' },
    availableAt: { comment: 'Earliest next attempt' },
    leaseExpiresAt: { comment: 'Set while running: past it, the worker is taken for dead' },
  },
  triggers: [
    stepsOfStatus('tasks', [
      'queued > running',
      'queued > canceled',
      'running > success',
      'running > failed',
      'running > canceled',
      'running > queued',
    ]),
  ],
})
