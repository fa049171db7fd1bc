export type InvariantId =
  | 'I1'
  | 'I2'
  | 'I3'
  | 'I4'
  | 'I5'
  | 'I6'
  | 'I7'
  | 'I8'
  | 'I9'
  | 'I10'
  | 'I11'
  | 'I12'
  | 'I13'
  | 'I14'
  | 'I15'

/** What always holds: the query gives the keys of the rows that break it, so it must give none, at any moment. */
export interface Invariant {
  readonly id: InvariantId
  readonly name: string
  /** The table whose keys the query gives. */
  readonly of: string
  readonly sql: string
}

/** The rules that no CHECK and no unique index can hold, because they span rows and tables. */
export const invariants: readonly Invariant[] = [
  {
    id: 'I1',
    name: 'balance = sum of the ledger',
    of: 'users',
    sql: `
    SELECT u.id FROM users u
    LEFT JOIN (SELECT user_id, sum(amount) s FROM transactions GROUP BY 1) t ON t.user_id = u.id
    WHERE u.credit_balance <> coalesce(t.s, 0)`,
  },
  {
    id: 'I2',
    name: 'the ledger of a user is an unbroken chain',
    of: 'transactions',
    sql: `
    SELECT id FROM (
      SELECT id, credit_before b, lag(credit_after, 1, 0::bigint) OVER (PARTITION BY user_id ORDER BY id) p
      FROM transactions
    ) x
    WHERE b <> p`,
  },
  {
    id: 'I3',
    name: 'every generation has its debit',
    of: 'generations',
    sql: `
    SELECT g.id FROM generations g
    LEFT JOIN transactions t ON t.generation_id = g.id AND t.type = 'generation'
    WHERE t.id IS NULL OR t.amount <> -g.credits_used OR t.user_id <> g.buyer_id`,
  },
  {
    id: 'I4',
    name: "earning exactly for successes with option credits, to the avatar's owner",
    of: 'generations',
    sql: `
    SELECT g.id FROM generations g
    JOIN avatars a ON a.id = g.avatar_id
    LEFT JOIN transactions t ON t.generation_id = g.id AND t.type = 'earning'
    WHERE (g.status = 'success' AND g.option_credits > 0) <> (t.id IS NOT NULL)
      OR t.amount <> g.option_credits OR t.user_id <> a.influencer_id`,
  },
  {
    id: 'I5',
    name: 'refunds agree',
    of: 'generations',
    sql: `
    SELECT g.id FROM generations g
    LEFT JOIN transactions t ON t.generation_id = g.id AND t.type = 'refund'
    WHERE g.refunded_credits <> coalesce(t.amount, 0) OR t.user_id <> g.buyer_id`,
  },
  {
    id: 'I6',
    name: 'open generation = exactly one open task',
    of: 'generations',
    sql: `
    SELECT g.id FROM generations g
    LEFT JOIN tasks t ON t.generation_id = g.id AND t.status IN ('queued', 'running')
    GROUP BY g.id
    HAVING (g.status IN ('pending', 'processing')) <> (count(t.id) = 1)`,
  },
  {
    id: 'I7',
    name: 'task and generation agree',
    of: 'tasks',
    sql: `
    SELECT t.id FROM tasks t JOIN generations g ON g.id = t.generation_id
    WHERE (t.status = 'success') <> (g.status = 'success')
      OR (t.status = 'running' AND g.status <> 'processing')`,
  },
  {
    id: 'I8',
    name: 'processed webhook = one purchase',
    of: 'payment_webhooks',
    sql: `
    SELECT w.id FROM payment_webhooks w LEFT JOIN transactions t ON t.payment_webhook_id = w.id
    WHERE (w.status = 'processed') <> (t.id IS NOT NULL)`,
  },
  {
    id: 'I9',
    name: 'payouts: debit always, return exactly when rejected or failed',
    of: 'payout_requests',
    sql: `
    SELECT p.id FROM payout_requests p
    LEFT JOIN transactions d ON d.payout_request_id = p.id AND d.type = 'payout'
    LEFT JOIN transactions r ON r.payout_request_id = p.id AND r.type = 'payout_return'
    WHERE d.id IS NULL OR d.amount <> -p.credits_requested OR d.user_id <> p.user_id
      OR (p.status IN ('rejected', 'failed')) <> (r.id IS NOT NULL)
      OR r.amount <> p.credits_requested OR r.user_id <> p.user_id`,
  },
  {
    id: 'I10',
    name: 'nobody cashes out more than was earned',
    of: 'users',
    sql: `
    SELECT user_id FROM transactions GROUP BY 1
    HAVING coalesce(sum(amount) FILTER (WHERE type IN ('earning', 'payout', 'payout_return')), 0) < 0`,
  },
  {
    id: 'I11',
    name: 'only influencers have payouts or avatars',
    of: 'users',
    sql: `
    SELECT p.user_id FROM payout_requests p JOIN users u ON u.id = p.user_id WHERE u.role <> 'influencer'
    UNION
    SELECT a.influencer_id FROM avatars a JOIN users u ON u.id = a.influencer_id WHERE u.role <> 'influencer'`,
  },
  {
    id: 'I12',
    name: 'shares show only what may be shown',
    of: 'shared_generations',
    sql: `
    SELECT s.id FROM shared_generations s JOIN generations g ON g.id = s.generation_id
    WHERE g.status <> 'success' OR (s.is_public AND g.nsfw_flag)`,
  },
  {
    id: 'I13',
    name: 'a successful training left a model',
    of: 'training_jobs',
    sql: `
    SELECT j.id FROM training_jobs j JOIN avatars a ON a.id = j.avatar_id
    WHERE j.status = 'success' AND a.lora_path IS NULL`,
  },
  {
    id: 'I14',
    name: 'a closed account shows nothing',
    of: 'avatars',
    sql: `
    SELECT a.id FROM avatars a JOIN users u ON u.id = a.influencer_id
    WHERE u.status = 'deleted' AND a.is_public`,
  },
  {
    id: 'I15',
    name: 'log rows sit in their month (the default partitions are empty)',
    of: 'audit_logs, error_logs',
    sql: `
    SELECT id FROM audit_logs WHERE tableoid::regclass::text LIKE '%default'
    UNION ALL
    SELECT id FROM error_logs WHERE tableoid::regclass::text LIKE '%default'`,
  },
]
