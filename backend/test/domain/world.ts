import type { DomainDatabase } from './domain-database.ts'
import { type Cells, insert, now, uuid } from './rows.ts'

/** One row of each kind that others refer to, two where a rule is about two; nothing of it is open. */
export interface World {
  readonly buyer: number
  readonly influencer: number
  readonly admin: number
  readonly avatar: number
  readonly generation: number
  readonly job: number
  readonly otherGeneration: number
  readonly webhook: number
  readonly otherWebhook: number
  readonly payout: number
}

export async function makeWorld(database: DomainDatabase): Promise<World> {
  const user = (role: string) => insert(database, 'users', { ...validRow('users'), role })
  const [buyer, influencer, admin] = [await user('buyer'), await user('influencer'), await user('admin')]
  const people = { buyer, influencer, admin }
  const avatar = await insert(database, 'avatars', validRow('avatars', people))
  const newGeneration = () => insert(database, 'generations', validRow('generations', { ...people, avatar }))
  const newWebhook = () => insert(database, 'payment_webhooks', validRow('payment_webhooks'))
  return {
    ...people,
    avatar,
    generation: await newGeneration(),
    otherGeneration: await newGeneration(),
    job: await insert(database, 'training_jobs', {
      ...validRow('training_jobs', { avatar }),
      status: 'success',
      started_at: now,
      finished_at: now,
    }),
    webhook: await newWebhook(),
    otherWebhook: await newWebhook(),
    payout: await insert(database, 'payout_requests', {
      ...validRow('payout_requests', people),
      status: 'rejected',
      admin_id: admin,
      reason: 'wrong account',
    }),
  }
}

let count = 0

/** A row of the table that breaks no rule and has no twin. */
export function validRow(table: string, world: Partial<World> = {}): Cells {
  const n = ++count
  const { buyer = null, influencer = null, avatar = null, generation = null } = world
  const rows: Readonly<Record<string, Cells>> = {
    users: { email: `user${n}@example.com`, nickname: `user${n}`, password_hash: 'x' },
    avatars: { influencer_id: influencer, title: 'Mina' },
    generations: {
      avatar_id: avatar,
      buyer_id: buyer,
      idempotency_key: uuid,
      credits_used: 1,
      prompt: 'a cat',
    },
    training_jobs: { avatar_id: avatar },
    tasks: { task_type: 'generation', generation_id: generation },
    transactions: {
      user_id: buyer,
      type: 'bonus',
      amount: 5,
      credit_before: 0,
      credit_after: 5,
      reference_id: `campaign ${n}`,
    },
    payment_webhooks: { provider: 'paypal', event_id: `event ${n}`, payload: '{}' },
    payout_requests: {
      user_id: influencer,
      credits_requested: 100,
      usd_amount: 10,
      payout_account: 'mina@example.com',
    },
    shared_generations: { generation_id: generation, share_token: String(n).padStart(22, '0') },
    likes: { user_id: buyer, generation_id: generation },
    bookmarks: { user_id: buyer, generation_id: generation },
    audit_logs: { action: 'login', created_at: now },
    error_logs: { source: 'backend', message: 'out of paper', created_at: now },
  }
  const row = rows[table]
  if (row === undefined) throw new Error(`no table ${table}`)
  return row
}
