import type { DomainDatabase } from './domain-database.ts'

/** What always holds: each query must return no row, at any moment, in one snapshot. */
export const invariants: Readonly<Record<string, string>> = {
  'balance = sum of the ledger': `
    SELECT u.id FROM users u
    LEFT JOIN (SELECT user_id, sum(amount) s FROM transactions GROUP BY 1) t ON t.user_id = u.id
    WHERE u.credit_balance <> coalesce(t.s, 0)`,
  'the ledger of a user is an unbroken chain': `
    SELECT id FROM (
      SELECT id, credit_before b, lag(credit_after, 1, 0::bigint) OVER (PARTITION BY user_id ORDER BY id) p
      FROM transactions
    ) x
    WHERE b <> p`,
  'every generation has its debit': `
    SELECT g.id FROM generations g
    LEFT JOIN transactions t ON t.generation_id = g.id AND t.type = 'generation'
    WHERE t.id IS NULL OR t.amount <> -g.credits_used OR t.user_id <> g.buyer_id`,
  "earning exactly for successes with option credits, to the avatar's owner": `
    SELECT g.id FROM generations g
    JOIN avatars a ON a.id = g.avatar_id
    LEFT JOIN transactions t ON t.generation_id = g.id AND t.type = 'earning'
    WHERE (g.status = 'success' AND g.option_credits > 0) <> (t.id IS NOT NULL)
      OR t.amount <> g.option_credits OR t.user_id <> a.influencer_id`,
  'refunds agree': `
    SELECT g.id FROM generations g
    LEFT JOIN transactions t ON t.generation_id = g.id AND t.type = 'refund'
    WHERE g.refunded_credits <> coalesce(t.amount, 0) OR t.user_id <> g.buyer_id`,
  'open generation = exactly one open task': `
    SELECT g.id FROM generations g
    LEFT JOIN tasks t ON t.generation_id = g.id AND t.status IN ('queued', 'running')
    GROUP BY g.id
    HAVING (g.status IN ('pending', 'processing')) <> (count(t.id) = 1)`,
  'task and generation agree': `
    SELECT t.id FROM tasks t JOIN generations g ON g.id = t.generation_id
    WHERE (t.status = 'success') <> (g.status = 'success')
      OR (t.status = 'running' AND g.status <> 'processing')`,
  'processed webhook = one purchase': `
    SELECT w.id FROM payment_webhooks w LEFT JOIN transactions t ON t.payment_webhook_id = w.id
    WHERE (w.status = 'processed') <> (t.id IS NOT NULL)`,
  'payouts: debit always, return exactly when rejected or failed': `
    SELECT p.id FROM payout_requests p
    LEFT JOIN transactions d ON d.payout_request_id = p.id AND d.type = 'payout'
    LEFT JOIN transactions r ON r.payout_request_id = p.id AND r.type = 'payout_return'
    WHERE d.id IS NULL OR d.amount <> -p.credits_requested OR d.user_id <> p.user_id
      OR (p.status IN ('rejected', 'failed')) <> (r.id IS NOT NULL)
      OR r.amount <> p.credits_requested OR r.user_id <> p.user_id`,
  'nobody cashes out more than was earned': `
    SELECT user_id FROM transactions GROUP BY 1
    HAVING coalesce(sum(amount) FILTER (WHERE type IN ('earning', 'payout', 'payout_return')), 0) < 0`,
  'only influencers have payouts or avatars': `
    SELECT p.user_id FROM payout_requests p JOIN users u ON u.id = p.user_id WHERE u.role <> 'influencer'
    UNION
    SELECT a.influencer_id FROM avatars a JOIN users u ON u.id = a.influencer_id WHERE u.role <> 'influencer'`,
  'shares show only what may be shown': `
    SELECT s.id FROM shared_generations s JOIN generations g ON g.id = s.generation_id
    WHERE g.status <> 'success' OR (s.is_public AND g.nsfw_flag)`,
  'a successful training left a model': `
    SELECT j.id FROM training_jobs j JOIN avatars a ON a.id = j.avatar_id
    WHERE j.status = 'success' AND a.lora_path IS NULL`,
  'a closed account shows nothing': `
    SELECT a.id FROM avatars a JOIN users u ON u.id = a.influencer_id
    WHERE u.status = 'deleted' AND a.is_public`,
  'log rows sit in their month (the default partitions are empty)': `
    SELECT id FROM audit_logs WHERE tableoid::regclass::text LIKE '%default'
    UNION ALL
    SELECT id FROM error_logs WHERE tableoid::regclass::text LIKE '%default'`,
}

/** The names of the invariants that do not hold. */
export async function brokenInvariants(database: DomainDatabase): Promise<readonly string[]> {
  const broken: string[] = []
  for (const [name, sql] of Object.entries(invariants))
    if ((await database.query(sql)).length > 0) broken.push(name)
  return broken
}
