import { inArray, sql } from 'drizzle-orm'
import {
  boolean,
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
import { createdAt, identity, moment, reference, updatedAt } from './columns.ts'
import { movesUpdatedAt, stepsOfStatus } from './triggers.ts'

export const genders = ['male', 'female', 'other', 'unspecified'] as const
export const avatarStatuses = ['pending', 'active', 'rejected', 'hidden'] as const

export const avatars = pgTable(
  'avatars',
  {
    id: identity(),
    influencerId: reference('influencer_id').notNull(),
    title: text('title').notNull(),
    description: text('description'),
    specialNotes: text('special_notes'),
    nationality: text('nationality'),
    gender: text('gender', { enum: genders }).notNull().default('unspecified'),
    height: numeric('height', { precision: 5, scale: 2, mode: 'number' }),
    weight: numeric('weight', { precision: 5, scale: 2, mode: 'number' }),
    loraPath: text('lora_path'),
    previewImageUrl: text('preview_image_url'),
    nsfwAllowed: boolean('nsfw_allowed').notNull().default(false),
    isPublic: boolean('is_public').notNull().default(false),
    status: text('status', { enum: avatarStatuses }).notNull().default('pending'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'avatars_id_pk', columns: [t.id] }),
    foreignKey({
      name: 'avatars_influencer_id_fk',
      columns: [t.influencerId],
      foreignColumns: [users.id],
    }).onDelete('restrict'),
    check('avatars_title_ck', sql`char_length(${t.title}) BETWEEN 1 AND 80`),
    check('avatars_nationality_ck', sql`${t.nationality} ~ '^[A-Z]{2}$'`),
    check('avatars_gender_ck', inArray(t.gender, genders)),
    check('avatars_height_ck', sql`${t.height} BETWEEN 50 AND 250`),
    check('avatars_weight_ck', sql`${t.weight} BETWEEN 20 AND 300`),
    check('avatars_status_ck', inArray(t.status, avatarStatuses)),
    check('avatars_status_lora_path_ck', sql`${t.status} <> 'active' OR ${t.loraPath} IS NOT NULL`),
    index('avatars_influencer_id_id_ix').on(t.influencerId, t.id.desc().nullsFirst()),
    index('avatars_created_at_id_active_ix')
      .on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.isPublic} AND ${t.status} = 'active'`),
    index('avatars_created_at_id_pending_ix').on(t.createdAt, t.id).where(sql`${t.status} = 'pending'`),
  ],
)

export const avatarsExtras = extend(avatars, {
  label: { en: 'Avatars', ko: '아바타' },
  comment: 'Listings of the market: the influencer owns the listing, the platform owns the model file',
  columns: {
    nationality: { comment: 'ISO 3166-1, two letters' },
    height: { comment: 'cm' },
    weight: { comment: 'kg' },
    loraPath: { comment: 'Storage key of the trained model' },
    previewImageUrl: { comment: 'Storage key' },
    isPublic: { comment: 'Visible in the market when also active' },
  },
  triggers: [
    stepsOfStatus('avatars', [
      'pending > active',
      'pending > rejected',
      'rejected > pending',
      'active > hidden',
      'hidden > active',
    ]),
    movesUpdatedAt('avatars'),
  ],
})

export const trainingJobStatuses = ['pending', 'running', 'success', 'failed'] as const

export const trainingJobs = pgTable(
  'training_jobs',
  {
    id: identity(),
    avatarId: reference('avatar_id').notNull(),
    status: text('status', { enum: trainingJobStatuses }).notNull().default('pending'),
    createdAt: createdAt(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
    logUrl: text('log_url'),
    errorMessage: text('error_message'),
  },
  (t) => [
    primaryKey({ name: 'training_jobs_id_pk', columns: [t.id] }),
    foreignKey({
      name: 'training_jobs_avatar_id_fk',
      columns: [t.avatarId],
      foreignColumns: [avatars.id],
    }).onDelete('restrict'),
    uniqueIndex('training_jobs_avatar_id_uq')
      .on(t.avatarId)
      .where(sql`${t.status} IN ('pending', 'running')`),
    check('training_jobs_status_ck', inArray(t.status, trainingJobStatuses)),
    check('training_jobs_status_started_at_ck', sql`(${t.status} = 'pending') = (${t.startedAt} IS NULL)`),
    check(
      'training_jobs_status_finished_at_ck',
      sql`(${t.status} IN ('success', 'failed')) = (${t.finishedAt} IS NOT NULL)`,
    ),
    check('training_jobs_finished_at_started_at_ck', sql`${t.finishedAt} >= ${t.startedAt}`),
    check(
      'training_jobs_status_error_message_ck',
      sql`${t.status} <> 'failed' OR ${t.errorMessage} IS NOT NULL`,
    ),
    index('training_jobs_avatar_id_id_ix').on(t.avatarId, t.id.desc().nullsFirst()),
  ],
)

export const trainingJobsExtras = extend(trainingJobs, {
  label: { en: 'Training jobs', ko: '학습 작업' },
  comment: "Attempts to train an avatar's model, one row each; at most one open per avatar",
  columns: { logUrl: { comment: 'Storage key' } },
  triggers: [stepsOfStatus('training_jobs', ['pending > running', 'running > success', 'running > failed'])],
})
