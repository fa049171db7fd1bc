import { closeAccount } from '../../app/operations/accounts/close-account.ts'
import { giveBonus } from '../../app/operations/accounts/give-bonus.ts'
import { logIn } from '../../app/operations/accounts/log-in.ts'
import { reinstateUser, suspendUser } from '../../app/operations/accounts/suspend-user.ts'
import { hideAvatar } from '../../app/operations/avatars/hide-avatar.ts'
import { publishAvatar } from '../../app/operations/avatars/publish-avatar.ts'
import { registerAvatar } from '../../app/operations/avatars/register-avatar.ts'
import { rejectAvatar } from '../../app/operations/avatars/reject-avatar.ts'
import { resubmitAvatar } from '../../app/operations/avatars/resubmit-avatar.ts'
import { cancelByAdmin } from '../../app/operations/generations/cancel-by-admin.ts'
import { cancelGeneration } from '../../app/operations/generations/cancel-generation.ts'
import { claimTask } from '../../app/operations/generations/claim-task.ts'
import { completeGeneration } from '../../app/operations/generations/complete-generation.ts'
import { failGeneration } from '../../app/operations/generations/fail-generation.ts'
import { startGeneration } from '../../app/operations/generations/start-generation.ts'
import { sweepExpired } from '../../app/operations/generations/sweep-expired.ts'
import { processWebhook } from '../../app/operations/payments/process-webhook.ts'
import { receiveWebhook } from '../../app/operations/payments/receive-webhook.ts'
import { decidePayout } from '../../app/operations/payouts/decide-payout.ts'
import { requestPayout } from '../../app/operations/payouts/request-payout.ts'
import { bookmarkImage, removeBookmark } from '../../app/operations/social/bookmark.ts'
import { likeImage, unlikeImage } from '../../app/operations/social/like.ts'
import { shareGeneration, unshareGeneration } from '../../app/operations/social/share.ts'
import { approveTraining } from '../../app/operations/training/approve-training.ts'
import { claimTraining } from '../../app/operations/training/claim-training.ts'
import { endTraining } from '../../app/operations/training/end-training.ts'
import { startTraining } from '../../app/operations/training/start-training.ts'
import type { Market } from './describe-market.ts'
import { paypalEvent } from './paypal-event.ts'
import { image, newBuyer, newInfluencer } from './people.ts'

type Outcome = { readonly kind: string }

/** What has come up so far; operations are aimed at it, whether they make sense or not. */
export interface RandomMarket {
  readonly market: Market
  readonly users: number[]
  readonly avatars: number[]
  readonly generations: number[]
  readonly tasks: { readonly task: number; readonly worker: string }[]
  readonly jobs: number[]
  readonly payouts: number[]
}

export async function peopleRandomMarket(market: Market): Promise<RandomMarket> {
  const { db, admin, influencer, avatar } = market
  const users = [
    influencer,
    await newInfluencer(db, admin, 20),
    await newBuyer(db, 200),
    await newBuyer(db, 30),
  ]
  return { market, users, avatars: [avatar], generations: [], tasks: [], jobs: [], payouts: [] }
}

/** A number for every choice that an operation has. */
export type Dice = readonly [number, number, number]

/** Every operation, thrown at random rows. Those that make the market live are there more than once. */
export const randomOperations: Readonly<
  Record<
    string,
    { readonly weight: number; readonly run: (at: RandomMarket, dice: Dice) => Promise<Outcome> }
  >
> = {
  signUp: {
    weight: 1,
    run: async ({ market, users }) => ({
      kind: users.push(await newBuyer(market.db, 20)) ? 'signed-up' : '',
    }),
  },
  giveBonus: {
    weight: 1,
    run: ({ market: { db }, users }, [a, b]) =>
      giveBonus(db, { user: pick(users, a), campaign: `campaign ${b % 3}`, credits: 15 }),
  },
  logIn: { weight: 1, run: ({ market: { db }, users }, [a]) => logIn(db, { user: pick(users, a) }) },
  suspend: {
    weight: 1,
    run: ({ market: { db, admin }, users }, [a, b]) =>
      (b % 3 ? reinstateUser : suspendUser)(db, { user: pick(users, a), admin }),
  },
  closeAccount: {
    weight: 1,
    // The first four keep the market going.
    run: ({ market: { db }, users }, [a]) => closeAccount(db, { user: pick(users.slice(4), a) }),
  },
  registerAvatar: {
    weight: 1,
    run: async ({ market: { db }, users, avatars }, [a]) => {
      const outcome = await registerAvatar(db, { influencer: pick(users, a), profile: { title: 'Mina' } })
      if (outcome.kind === 'registered') avatars.push(outcome.avatar)
      return outcome
    },
  },
  publishAvatar: {
    weight: 2,
    run: ({ market: { db }, users, avatars }, [a, b]) =>
      publishAvatar(db, { avatar: pick(avatars, a), influencer: pick(users.slice(0, 2), b) }),
  },
  hideAvatar: {
    weight: 1,
    run: ({ market: { db }, users, avatars }, [a, b]) =>
      hideAvatar(db, { avatar: pick(avatars, a), by: pick(users, b) }),
  },
  rejectAvatar: {
    weight: 1,
    run: ({ market: { db, admin }, avatars }, [a]) =>
      rejectAvatar(db, { avatar: pick(avatars, a), admin, reason: 'no face' }),
  },
  resubmitAvatar: {
    weight: 1,
    run: ({ market: { db }, users, avatars }, [a, b]) =>
      resubmitAvatar(db, { avatar: pick(avatars, a), influencer: pick(users.slice(0, 2), b) }),
  },
  approveTraining: {
    weight: 2,
    run: async ({ market: { db, admin }, avatars, jobs }, [a, b]) => {
      const trainedBy = b % 2 ? 'worker' : 'hand'
      const outcome = await approveTraining(db, { avatar: pick(avatars, a), admin, trainedBy })
      if (outcome.kind === 'approved') jobs.push(outcome.job)
      return outcome
    },
  },
  startTraining: {
    weight: 2,
    run: ({ market: { db, admin }, jobs }, [a]) => startTraining(db, { job: pick(jobs, a), admin }),
  },
  claimTraining: { weight: 2, run: ({ market: { db } }) => claimTraining(db, { worker: 'w1' }) },
  endTraining: {
    weight: 2,
    run: ({ market: { db }, jobs }, [a, b, c]) =>
      endTraining(db, {
        job: pick(jobs, a),
        ...(b % 2 && { worker: 'w1' }),
        result: c % 3 ? { kind: 'success', loraPath: 'models/1' } : { kind: 'failed', message: 'no memory' },
      }),
  },
  receiveWebhook: {
    weight: 4,
    run: async ({ market: { db }, users }, [a, b]) => {
      const usd = ['10.00', '24.00', '60.00', '7.00'][b % 4]!
      const event = paypalEvent({ user: pick(users, a), usd })
      const again = { ...event, eventId: `${event.eventId}-2` }
      return (await Promise.all([receiveWebhook(db, event), receiveWebhook(db, b % 3 ? event : again)]))[0]
    },
  },
  processWebhook: { weight: 6, run: ({ market: { db } }) => processWebhook(db) },
  startGeneration: {
    weight: 10,
    run: async ({ market: { db }, users, avatars, generations }, [a, b, c]) => {
      const idempotencyKey = `00000000-0000-4000-8000-${String(c % 1_000_000).padStart(12, '0')}`
      const request = { buyer: pick(users, a), avatar: pick(avatars, b), optionCredits: c % 12, prompt: 'x' }
      const outcome = await startGeneration(db, { ...request, idempotencyKey })
      if ('generation' in outcome) generations.push(outcome.generation)
      return outcome
    },
  },
  claimTask: {
    weight: 9,
    run: async ({ market: { db }, tasks }, [a]) => {
      const worker = `w${a % 3}`
      const outcome = await claimTask(db, { worker })
      if (outcome.kind === 'claimed') tasks.push({ task: outcome.task, worker })
      return outcome
    },
  },
  completeGeneration: {
    weight: 8,
    run: ({ market: { db }, tasks }, [a, b]) =>
      completeGeneration(db, { ...image, ...pickTask(tasks, a), nsfw: b % 12 === 0 }),
  },
  failGeneration: {
    weight: 4,
    run: ({ market: { db }, tasks }, [a, b]) => {
      const failCode = (['engine', 'upload', 'timeout', 'policy'] as const)[b % 4]!
      return failGeneration(db, { ...pickTask(tasks, a), failCode, reason: 'x', transient: b % 3 > 0 })
    },
  },
  timePasses: {
    weight: 2,
    run: async ({ market: { query } }, [a]) => {
      await query(`UPDATE tasks SET available_at = now() WHERE status = 'queued'`)
      if (a % 3 === 0)
        await query(`UPDATE tasks SET lease_expires_at = now() - interval '1 s' WHERE status = 'running'`)
      return { kind: 'passed' }
    },
  },
  sweepExpired: {
    weight: 2,
    run: async ({ market: { db } }) => ({ kind: (await sweepExpired(db)) ? 'swept' : 'nothing' }),
  },
  cancelGeneration: {
    weight: 3,
    run: async ({ market, market: { db }, generations }, [a]) => {
      const generation = pick(generations.slice(-6), a)
      return cancelGeneration(db, { generation, buyer: await buyerOf(market, generation) })
    },
  },
  cancelByAdmin: {
    weight: 1,
    run: ({ market: { db, admin }, generations }, [a, b]) => {
      const refund = (['everything', 'option-credits', 'nothing'] as const)[b % 3]!
      return cancelByAdmin(db, { generation: pick(generations, a), admin, refund })
    },
  },
  share: {
    weight: 4,
    run: async ({ market, market: { db }, users, generations }, [a, b, c]) => {
      const generation = pick(generations, a)
      const buyer = b % 4 ? await buyerOf(market, generation) : pick(users, b)
      return shareGeneration(db, { generation, buyer, visibility: c % 3 ? 'public' : 'link' })
    },
  },
  unshare: {
    weight: 1,
    run: async ({ market: { db }, users, generations }, [a, b]) => ({
      kind: String(await unshareGeneration(db, { generation: pick(generations, a), buyer: pick(users, b) })),
    }),
  },
  mark: {
    weight: 4,
    run: ({ market: { db }, users, generations }, [a, b, c]) =>
      (c % 2 ? likeImage : bookmarkImage)(db, { user: pick(users, a), generation: pick(generations, b) }),
  },
  unmark: {
    weight: 1,
    run: async ({ market: { db }, users, generations }, [a, b, c]) => {
      const mark = { user: pick(users, a), generation: pick(generations, b) }
      return { kind: String(await (c % 2 ? unlikeImage : removeBookmark)(db, mark)) }
    },
  },
  requestPayout: {
    weight: 4,
    run: async ({ market: { db }, users, payouts }, [a, b]) => {
      const request = { influencer: pick(users.slice(0, 3), a), credits: 10 * (1 + (b % 3)), account: 'bank' }
      const outcome = await requestPayout(db, request)
      if (outcome.kind === 'requested') payouts.push(outcome.request)
      return outcome
    },
  },
  decidePayout: {
    weight: 5,
    run: ({ market: { db, admin }, payouts }, [a, b]) => {
      const request = pick(payouts.slice(-2), a)
      const decisions = [
        { kind: 'approved' },
        { kind: 'paid', payoutTxId: `tx-${request}` },
        { kind: 'rejected', reason: 'no' },
        { kind: 'failed', reason: 'no' },
      ] as const
      return decidePayout(db, { request, admin, ...decisions[b % 4]! })
    },
  },
}

/** 0, which no row has, when there is nothing yet. */
function pick(from: readonly number[], dice: number): number {
  return from[dice % Math.max(1, from.length)] ?? 0
}

async function buyerOf({ query }: Market, generation: number): Promise<number> {
  const [row] = await query(`SELECT buyer_id FROM generations WHERE id = ${generation}`)
  return Number(row?.['buyer_id'] ?? 0)
}

/** One of the latest, so that most of them run. */
function pickTask(tasks: RandomMarket['tasks'], dice: number) {
  const latest = tasks.slice(-4)
  return latest[dice % Math.max(1, latest.length)] ?? { task: 0, worker: 'w1' }
}
