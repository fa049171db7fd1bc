import { randomUUID } from 'node:crypto'
import type { AvatarbankDatabase } from '../../app/db.ts'
import { logIn } from '../../app/operations/accounts/log-in.ts'
import { cancelGeneration } from '../../app/operations/generations/cancel-generation.ts'
import { claimTask } from '../../app/operations/generations/claim-task.ts'
import { completeGeneration } from '../../app/operations/generations/complete-generation.ts'
import { failGeneration } from '../../app/operations/generations/fail-generation.ts'
import { startGeneration } from '../../app/operations/generations/start-generation.ts'
import { sweepExpired } from '../../app/operations/generations/sweep-expired.ts'
import { processWebhook } from '../../app/operations/payments/process-webhook.ts'
import { receiveWebhook } from '../../app/operations/payments/receive-webhook.ts'
import { requestPayout } from '../../app/operations/payouts/request-payout.ts'
import { bookmarkImage } from '../../app/operations/social/bookmark.ts'
import { likeImage, unlikeImage } from '../../app/operations/social/like.ts'
import { shareGeneration } from '../../app/operations/social/share.ts'
import { readEarnings } from '../../app/reads/dashboard.ts'
import { mostLikesCounted, readGallery } from '../../app/reads/gallery.ts'
import { readGenerationStatus } from '../../app/reads/generation-status.ts'
import { readMarket } from '../../app/reads/market.ts'
import { readMyBookmarks, readMyImages, readMyLedger } from '../../app/reads/own-rows.ts'
import { readApprovalQueue, readPayoutQueue, readUnprocessedWebhooks } from '../../app/reads/queues.ts'
import { readSharedImage } from '../../app/reads/shared-image.ts'

/** The rows that hurt most: the user with most images, the image with most likes. */
export interface Known {
  readonly buyer: number
  readonly influencer: number
  /** When the influencer had as many later rows in the ledger as {@link latestEarnings}. */
  readonly earningsSince: Date
  readonly avatar: number
  readonly generation: number
  readonly generationBuyer: number
  readonly share: { readonly published: string; readonly id: number; readonly token: string }
}

/** Rows of a ledger that a dashboard looks at, be there many or few before. */
export const latestEarnings = 100

export interface HotQuery {
  readonly name: string
  /** The indexes that are meant for it; in a list, one of which will do. */
  readonly indexes: readonly (string | readonly string[])[]
  /** Rows it may look at, however large the tables are. */
  readonly mostRows: number
  /** Rows that a full page costs, where a small market has too few for one. */
  readonly fullPage?: number
  /** Hangs on the rows it meets, such as the likes of an image or the size of the last payout, up to that limit. */
  readonly varies?: true
  run(db: AvatarbankDatabase, known: Known): Promise<unknown>
}

const pageRows = 24
const claim = (db: AvatarbankDatabase) => claimTask(db, { worker: 'plans' })

export const hotQueries: readonly HotQuery[] = [
  {
    name: 'gallery, first page',
    indexes: ['shared_generations_published_at_id_ix', 'likes_generation_id_user_id_uq', 'generations_id_pk'],
    mostRows: pageRows * (mostLikesCounted + 5),
    varies: true,
    run: (db, { buyer }) => readGallery(db, { viewer: buyer }),
  },
  {
    name: 'gallery, far down',
    indexes: ['shared_generations_published_at_id_ix', 'likes_generation_id_user_id_uq', 'generations_id_pk'],
    mostRows: pageRows * (mostLikesCounted + 5),
    varies: true,
    run: (db, { share }) => readGallery(db, { before: { publishedAt: share.published, share: share.id } }),
  },
  {
    name: 'market',
    indexes: ['avatars_created_at_id_active_ix', 'users_id_pk'],
    mostRows: 3 * pageRows,
    run: (db) => readMarket(db),
  },
  {
    name: 'my images',
    indexes: ['generations_buyer_id_id_ix'],
    mostRows: 2 * pageRows,
    run: (db, { buyer }) => readMyImages(db, { user: buyer }),
  },
  {
    name: 'my ledger, second page',
    indexes: ['transactions_user_id_id_ix'],
    mostRows: 4 * 50,
    async run(db, { buyer }) {
      const { next } = await readMyLedger(db, { user: buyer })
      return readMyLedger(db, { user: buyer, before: next })
    },
  },
  {
    name: 'my bookmarks',
    indexes: ['bookmarks_user_id_id_ix'],
    mostRows: 3 * pageRows,
    run: (db, { buyer }) => readMyBookmarks(db, { user: buyer }),
  },
  {
    name: 'status of an image',
    indexes: [['generations_id_pk', 'generations_buyer_id_id_ix']],
    mostRows: 2,
    run: (db, { generation, generationBuyer }) =>
      readGenerationStatus(db, { generation, buyer: generationBuyer }),
  },
  {
    name: 'shared image',
    indexes: ['shared_generations_share_token_uq', 'generations_id_pk', 'users_id_pk'],
    mostRows: 5,
    run: (db, { share }) => readSharedImage(db, share),
  },
  {
    name: 'earnings since a day in the past',
    indexes: ['transactions_user_id_id_ix', 'generations_id_pk'],
    mostRows: 6 * latestEarnings,
    run: (db, { influencer, earningsSince }) => readEarnings(db, { influencer, since: earningsSince }),
  },
  {
    name: 'request a payout',
    indexes: ['transactions_user_id_id_ix', 'users_id_pk'],
    mostRows: 3 * latestEarnings,
    varies: true,
    async run(db, { influencer }) {
      const { kind } = await requestPayout(db, { influencer, credits: 10, account: 'account' })
      if (kind !== 'requested') throw new Error(kind)
    },
  },
  {
    name: 'unprocessed webhooks',
    indexes: ['payment_webhooks_id_ix'],
    mostRows: 100,
    fullPage: 50,
    run: (db) => readUnprocessedWebhooks(db),
  },
  {
    name: 'approval queue',
    indexes: ['avatars_created_at_id_pending_ix'],
    mostRows: 150,
    fullPage: 100,
    run: (db) => readApprovalQueue(db),
  },
  {
    name: 'payout queue',
    indexes: ['payout_requests_status_id_ix'],
    mostRows: 150,
    fullPage: 100,
    run: (db) => readPayoutQueue(db, { status: 'pending' }),
  },
  {
    name: 'start a generation',
    indexes: ['users_id_pk', 'avatars_id_pk', 'generations_buyer_id_idempotency_key_uq'],
    mostRows: 30,
    run: (db, { buyer, avatar }) => start(db, buyer, avatar),
  },
  {
    name: 'claim a task',
    indexes: ['tasks_task_type_available_at_id_ix', 'tasks_id_pk', 'generations_id_pk'],
    mostRows: 50,
    async run(db, { buyer, avatar }) {
      await start(db, buyer, avatar)
      await claim(db)
    },
  },
  {
    name: 'complete a generation',
    indexes: ['tasks_id_pk', 'generations_id_pk', 'avatars_id_pk', 'users_id_pk'],
    mostRows: 100,
    async run(db, { buyer, avatar }) {
      await start(db, buyer, avatar)
      const claimed = await claim(db)
      if (claimed.kind !== 'claimed') throw new Error('nothing to claim')
      const { task } = claimed
      await completeGeneration(db, {
        task,
        worker: 'plans',
        imageUrl: 'images/plans.webp',
        seed: '1',
        nsfw: false,
      })
    },
  },
  {
    name: 'fail a generation',
    indexes: ['tasks_id_pk', 'generations_id_pk', 'users_id_pk'],
    mostRows: 100,
    async run(db, { buyer, avatar }) {
      await start(db, buyer, avatar)
      const claimed = await claim(db)
      if (claimed.kind !== 'claimed') throw new Error('nothing to claim')
      await failGeneration(db, {
        task: claimed.task,
        worker: 'plans',
        failCode: 'engine',
        reason: 'no image',
      })
    },
  },
  {
    name: 'cancel a generation',
    indexes: ['generations_id_pk', 'users_id_pk'],
    mostRows: 100,
    async run(db, { buyer, avatar }) {
      const started = await start(db, buyer, avatar)
      if (started.kind === 'started') await cancelGeneration(db, { generation: started.generation, buyer })
    },
  },
  {
    name: 'sweep leases',
    indexes: ['tasks_lease_expires_at_ix'],
    mostRows: 40,
    run: (db) => sweepExpired(db),
  },
  {
    name: 'like and take it back',
    indexes: ['users_id_pk', 'generations_id_pk', 'likes_generation_id_user_id_uq'],
    mostRows: 20,
    async run(db, { buyer, generation }) {
      await likeImage(db, { user: buyer, generation })
      await unlikeImage(db, { user: buyer, generation })
    },
  },
  {
    name: 'bookmark',
    indexes: ['users_id_pk', 'generations_id_pk'],
    mostRows: 20,
    run: (db, { buyer, generation }) => bookmarkImage(db, { user: buyer, generation }),
  },
  {
    name: 'share',
    indexes: ['users_id_pk', 'generations_id_pk'],
    mostRows: 20,
    run: (db, { generation, generationBuyer }) =>
      shareGeneration(db, { generation, buyer: generationBuyer, visibility: 'public' }),
  },
  {
    name: 'log in',
    indexes: ['users_id_pk'],
    mostRows: 5,
    run: (db, { buyer }) => logIn(db, { user: buyer }),
  },
  {
    name: 'receive and process a payment',
    indexes: ['payment_webhooks_id_ix', 'users_id_pk'],
    mostRows: 60,
    async run(db, { buyer }) {
      await receiveWebhook(db, { provider: 'paypal', eventId: randomUUID(), payload: payment(buyer) })
      await processWebhook(db)
    },
  },
]

function start(db: AvatarbankDatabase, buyer: number, avatar: number) {
  return startGeneration(db, {
    buyer,
    avatar,
    idempotencyKey: randomUUID(),
    optionCredits: 2,
    prompt: 'a plan',
  })
}

function payment(user: number) {
  const amount = { value: '10.00', currency_code: 'USD' }
  return {
    event_type: 'PAYMENT.CAPTURE.COMPLETED',
    resource: { id: randomUUID(), status: 'COMPLETED', custom_id: String(user), amount },
  }
}
