import { inArray, sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { extend, monthly } from 'trueup/models'
import { users } from './accounts.ts'
import { createdAt, identity, reference } from './columns.ts'
import { appendOnly } from './triggers.ts'

export const auditLogs = pgTable(
  'audit_logs',
  {
    id: identity(),
    createdAt: createdAt(),
    userId: reference('user_id'),
    action: text('action').notNull(),
    targetType: text('target_type'),
    targetId: reference('target_id'),
    metadata: jsonb('metadata').$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ name: 'audit_logs_id_created_at_pk', columns: [t.id, t.createdAt] }),
    // SET NULL would be an update, which the append-only trigger refuses.
    foreignKey({ name: 'audit_logs_user_id_fk', columns: [t.userId], foreignColumns: [users.id] }).onDelete(
      'restrict',
    ),
    check('audit_logs_target_type_target_id_ck', sql`${t.targetId} IS NULL OR ${t.targetType} IS NOT NULL`),
    index('audit_logs_user_id_created_at_id_ix').on(
      t.userId,
      t.createdAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    index('audit_logs_target_type_target_id_created_at_ix').on(
      t.targetType,
      t.targetId,
      t.createdAt.desc().nullsFirst(),
    ),
  ],
)

export const auditLogsExtras = extend(auditLogs, {
  label: { en: 'Audit log', ko: '감사 로그' },
  comment: 'Who did what, written in the transaction it describes; only ever added to; kept 24 months',
  // The default partition stays empty: it is there because an audit row must never fail for lack of a partition.
  partitionBy: monthly('createdAt', { ahead: 3, default: true }),
  columns: {
    userId: { comment: 'Null: the system' },
    action: { comment: 'Open list: login, avatar_approved, payout_approved, …' },
    targetId: { comment: 'Soft reference into the table that target_type names' },
    metadata: { comment: 'Address, client, values before and after' },
  },
  triggers: appendOnly('audit_logs'),
})

export const errorLevels = ['error', 'warning', 'info'] as const

export const errorLogs = pgTable(
  'error_logs',
  {
    id: identity(),
    createdAt: createdAt(),
    source: text('source').notNull(),
    level: text('level', { enum: errorLevels }).notNull().default('error'),
    message: text('message').notNull(),
    stackTrace: text('stack_trace'),
    relatedUserId: reference('related_user_id'),
    relatedTaskId: reference('related_task_id'),
  },
  (t) => [
    primaryKey({ name: 'error_logs_id_created_at_pk', columns: [t.id, t.createdAt] }),
    check('error_logs_level_ck', inArray(t.level, errorLevels)),
    index('error_logs_level_created_at_ix').on(t.level, t.createdAt.desc().nullsFirst()),
    index('error_logs_related_user_id_created_at_ix')
      .on(t.relatedUserId, t.createdAt.desc().nullsFirst())
      .where(sql`${t.relatedUserId} IS NOT NULL`),
    index('error_logs_related_task_id_ix').on(t.relatedTaskId).where(sql`${t.relatedTaskId} IS NOT NULL`),
  ],
)

export const errorLogsExtras = extend(errorLogs, {
  label: { en: 'Error log', ko: '에러 로그' },
  comment: 'Technical errors, written in a transaction of their own after the failed one; kept 90 days',
  partitionBy: monthly('createdAt', { ahead: 3, default: true }),
  columns: {
    source: { comment: 'Open list: backend, worker, webhook, payout, …' },
    relatedUserId: { comment: 'No foreign key: logging must not fail' },
    relatedTaskId: { comment: 'No foreign key: the task may have been rolled back or purged' },
  },
})
