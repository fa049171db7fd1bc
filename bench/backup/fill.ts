import { schemaSql } from '../../backend/test/domain/schema-sql.ts'
import { schemaStatements } from '../../engine/src/backup/schema/schema-statements.ts'
import type { Database } from '../../engine/src/postgres/database.ts'
import { readCatalog } from '../../engine/src/sources/database/read-catalog.ts'

/** Avatarbank with so many rows over all thirteen tables, every rule kept; keys and indexes are made after the rows. */
export async function fillAvatarbank(database: Database, rows: number): Promise<void> {
  await database.query(schemaSql())
  const statements = schemaStatements(await readCatalog(database))
  const section = (name: string) => statements.filter((each) => each.section === name && each.sql !== '')
  await database.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  for (const { sql } of section('pre-data')) await database.query(sql)
  for (const sql of inserts(rows)) await database.query(sql)
  for (const { sql } of section('post-data')) await database.query(sql)
  await database.query('VACUUM ANALYZE')
}

function inserts(rows: number): string[] {
  const share = (percent: number) => Math.max(20, Math.round((rows * percent) / 100))
  const users = share(5)
  const avatars = share(1)
  const generations = share(15)
  const webhooks = share(4)
  const bonuses = share(20) - generations - webhooks
  const within = `date_trunc('month', now()) + i % 140000 * interval '1 minute'`
  const words = `'a portrait of a person number ' || i || ' in the style of ' || md5(i::text) || ', soft light, film grain'`
  const fill = (table: string, columns: string, values: string, count: number) =>
    `INSERT INTO ${table} (${columns}) SELECT ${values} FROM generate_series(1, ${count}) i`
  return [
    fill(
      'users',
      'email, nickname, password_hash, credit_balance, locale',
      `'person' || i || '@example.com', 'person' || i, '$argon2id$' || md5(i::text) || md5((i + 1)::text), i % 900, 'ko'`,
      users,
    ),
    fill(
      'avatars',
      'influencer_id, title, description, nationality, height, lora_path, status, is_public',
      `i % ${users} + 1, '아바타 ' || i, ${words}, 'KR', 150 + i % 40, 'loras/' || md5(i::text), 'active', true`,
      avatars,
    ),
    fill(
      'generations',
      'avatar_id, buyer_id, idempotency_key, credits_used, option_credits, prompt, seed, image_url, status, finished_at',
      `i % ${avatars} + 1, i % ${users} + 1, md5(i::text)::uuid, 1 + i % 50, i % 50, ${words}, (i::bigint * 7919)::text,
       'images/' || md5((i * 3)::text) || '.webp', 'success', now()`,
      generations,
    ),
    fill(
      'training_jobs',
      'avatar_id, status, started_at, finished_at, log_url',
      `i % ${avatars} + 1, 'success', now(), now(), 'logs/' || md5(i::text)`,
      share(1),
    ),
    fill(
      'tasks',
      'generation_id, task_type, status, worker_id, started_at, finished_at',
      `i % ${generations} + 1, 'generation', 'success', 'worker-' || i % 16, now(), now()`,
      share(15),
    ),
    fill(
      'payment_webhooks',
      'provider, event_id, payload, status, processed_at',
      `'paypal', 'WH-' || md5(i::text), jsonb_build_object('id', 'WH-' || i, 'event_type', 'PAYMENT.CAPTURE.COMPLETED',
       'amount', jsonb_build_object('value', '10.00', 'currency_code', 'USD')), 'processed', now()`,
      webhooks,
    ),
    fill(
      'payout_requests',
      'user_id, credits_requested, usd_amount, payout_account, status, admin_id, reason',
      `i % ${users - 1} + 2, 100, 10, 'account-' || i, 'rejected', 1, 'wrong account'`,
      share(1),
    ),
    fill(
      'transactions',
      'user_id, type, amount, credit_before, credit_after, generation_id',
      `i % ${users} + 1, 'generation', -(1 + i % 50), 100, 99 - i % 50, i`,
      generations,
    ),
    fill(
      'transactions',
      'user_id, type, amount, credit_before, credit_after, money_amount, reference_id, payment_webhook_id',
      `i % ${users} + 1, 'purchase', 50, 0, 50, 10, 'CAPTURE-' || i, i`,
      webhooks,
    ),
    fill(
      'transactions',
      'user_id, type, amount, credit_before, credit_after, reference_id',
      `i % ${users} + 1, 'bonus', 5, 0, 5, 'campaign ' || i`,
      Math.max(20, bonuses),
    ),
    fill(
      'shared_generations',
      'generation_id, share_token, is_public, published_at',
      `i, md5(i::text), true, now()`,
      share(4),
    ),
    fill(
      'likes',
      'user_id, generation_id',
      `(i / ${generations} + i::bigint * 7) % ${users} + 1, i % ${generations} + 1`,
      share(15),
    ),
    fill('bookmarks', 'user_id, generation_id', `i % ${users} + 1, i`, share(4)),
    fill(
      'audit_logs',
      'created_at, user_id, action, target_type, target_id, metadata',
      `${within}, i % ${users} + 1, 'login', 'users', i, jsonb_build_object('address', '10.0.' || i % 256 || '.1', 'client', 'web')`,
      share(12),
    ),
    fill(
      'error_logs',
      'created_at, source, level, message, stack_trace',
      `${within}, 'worker', 'error', 'engine failed: ' || md5(i::text), repeat('at step (worker.ts:' || i % 90 || ') ', 6)`,
      share(3),
    ),
  ]
}
