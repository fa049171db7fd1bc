import type { DomainDatabase } from '../domain-database.ts'
import { insert } from '../rows.ts'
import { moveCredits, one, Refused, transaction } from './steps.ts'

export interface Request {
  readonly buyer: number
  readonly avatar: number
  /** uuid sent by the client. */
  readonly key: string
  readonly option: number
}

/** A repeated request finds the first one and is not charged. */
export async function startGeneration(database: DomainDatabase, request: Request): Promise<number> {
  const { buyer, avatar, key, option } = request
  const known = () =>
    database.query(`SELECT id FROM generations WHERE buyer_id = ${buyer} AND idempotency_key = '${key}'`)
  const [first] = await known()
  if (first !== undefined) return Number(first['id'])
  return transaction(database, async () => {
    await one(
      database,
      `SELECT id FROM avatars
       WHERE id = ${avatar} AND lora_path IS NOT NULL AND (is_public AND status = 'active' OR influencer_id = ${buyer})`,
    )
    const price = 1 + option
    const [debited] = await database.query(
      `UPDATE users SET credit_balance = credit_balance - ${price}
       WHERE id = ${buyer} AND status = 'active' AND credit_balance >= ${price} RETURNING credit_balance`,
    )
    if (debited === undefined) throw new Refused('not enough credits')
    const { id } = await one(
      database,
      `INSERT INTO generations (avatar_id, buyer_id, idempotency_key, credits_used, option_credits, prompt)
       VALUES (${avatar}, ${buyer}, '${key}', ${price}, ${option}, 'a cat on the moon')
       ON CONFLICT (buyer_id, idempotency_key) DO NOTHING RETURNING id`,
    )
    const after = Number(debited['credit_balance'])
    await insert(database, 'transactions', {
      user_id: buyer,
      type: 'generation',
      amount: -price,
      credit_before: after + price,
      credit_after: after,
      generation_id: Number(id),
    })
    await insert(database, 'tasks', { task_type: 'generation', generation_id: Number(id) })
    return Number(id)
  })
}

/** Takes the first task that is due; gives the generation it belongs to. */
export function claimTask(database: DomainDatabase, worker: string): Promise<number> {
  return transaction(database, async () => {
    const { generation_id } = await one(
      database,
      `UPDATE tasks SET status = 'running', worker_id = '${worker}', started_at = now(),
         lease_expires_at = now() + interval '10 minutes'
       WHERE id = (
         SELECT id FROM tasks
         WHERE task_type = 'generation' AND status = 'queued' AND available_at <= now()
         ORDER BY available_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
       )
       RETURNING generation_id`,
    )
    await database.query(
      `UPDATE generations SET status = 'processing' WHERE id = ${generation_id} AND status = 'pending'`,
    )
    return Number(generation_id)
  })
}

export function completeGeneration(
  database: DomainDatabase,
  generation: number,
  worker: string,
): Promise<void> {
  return transaction(database, async () => {
    await endTask(database, generation, 'success', `status = 'running' AND worker_id = '${worker}'`)
    const { option_credits, owner } = await one(
      database,
      `UPDATE generations g SET status = 'success', finished_at = now(), image_url = 'images/${generation}', seed = '42'
       FROM avatars a WHERE a.id = g.avatar_id AND g.id = ${generation} AND g.status = 'processing'
       RETURNING g.option_credits, a.influencer_id AS owner`,
    )
    if (Number(option_credits) > 0)
      await moveCredits(database, {
        user: Number(owner),
        amount: Number(option_credits),
        type: 'earning',
        cells: { generation_id: generation },
      })
  })
}

/** A transient error: back into the queue, at most twice, a little later each time. */
export async function retryTask(database: DomainDatabase, generation: number, worker: string): Promise<void> {
  await one(
    database,
    `UPDATE tasks SET status = 'queued', retry_count = retry_count + 1, lease_expires_at = NULL,
       available_at = now() + interval '5 seconds' * 2 ^ retry_count, last_error_message = 'engine busy'
     WHERE generation_id = ${generation} AND status = 'running' AND worker_id = '${worker}' AND retry_count < 2
     RETURNING id`,
  )
}

/** The end of an attempt that is not repeated, by a worker or by the sweeper of expired leases. */
export function failGeneration(
  database: DomainDatabase,
  generation: number,
  failCode: string,
): Promise<void> {
  return transaction(database, async () => {
    await endTask(database, generation, 'failed', `status = 'running'`)
    const { buyer_id, refunded_credits } = await one(
      database,
      `UPDATE generations SET status = 'failed', fail_code = '${failCode}', finished_at = now(),
         refunded_credits = CASE '${failCode}' WHEN 'policy' THEN 0 ELSE credits_used END
       WHERE id = ${generation} AND status = 'processing' RETURNING buyer_id, refunded_credits`,
    )
    await refund(database, generation, Number(buyer_id), Number(refunded_credits))
  })
}

/** By the buyer while it waits, or by an admin while it runs, who decides what goes back. */
export function cancelGeneration(
  database: DomainDatabase,
  generation: number,
  from: 'pending' | 'processing',
  refunded: string,
): Promise<void> {
  return transaction(database, async () => {
    const taskStatus = from === 'pending' ? 'queued' : 'running'
    await endTask(database, generation, 'canceled', `status = '${taskStatus}'`)
    const { buyer_id, refunded_credits } = await one(
      database,
      `UPDATE generations SET status = 'canceled', finished_at = now(), refunded_credits = ${refunded}
       WHERE id = ${generation} AND status = '${from}' RETURNING buyer_id, refunded_credits`,
    )
    await refund(database, generation, Number(buyer_id), Number(refunded_credits))
  })
}

async function endTask(
  database: DomainDatabase,
  generation: number,
  status: string,
  where: string,
): Promise<void> {
  await one(
    database,
    `UPDATE tasks SET status = '${status}', lease_expires_at = NULL, finished_at = now()
     WHERE generation_id = ${generation} AND ${where} RETURNING id`,
  )
}

async function refund(
  database: DomainDatabase,
  generation: number,
  buyer: number,
  amount: number,
): Promise<void> {
  if (amount === 0) return
  await moveCredits(database, { user: buyer, amount, type: 'refund', cells: { generation_id: generation } })
}
