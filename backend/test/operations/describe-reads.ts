import { describe, expect, test } from 'vitest'
import { hideAvatar } from '../../app/operations/avatars/hide-avatar.ts'
import { requestPayout } from '../../app/operations/payouts/request-payout.ts'
import { bookmarkImage } from '../../app/operations/social/bookmark.ts'
import { likeImage } from '../../app/operations/social/like.ts'
import { shareGeneration } from '../../app/operations/social/share.ts'
import { readEarnings } from '../../app/reads/dashboard.ts'
import { type GalleryCursor, readGallery } from '../../app/reads/gallery.ts'
import { readGenerationStatus } from '../../app/reads/generation-status.ts'
import { readMarket } from '../../app/reads/market.ts'
import {
  type OwnRows,
  readMyAvatars,
  readMyBookmarks,
  readMyImages,
  readMyLedger,
} from '../../app/reads/own-rows.ts'
import type { Page } from '../../app/reads/page.ts'
import { readApprovalQueue, readPayoutQueue } from '../../app/reads/queues.ts'
import type { Opened } from './describe-market.ts'
import { expecting, newAvatar, newBuyer, newImage, newInfluencer, newPublicAvatar } from './people.ts'

export function describeReads(opened: Opened): void {
  describe('reads', () => {
    test('the gallery has what is public, the newest first, page by page', async () => {
      const { db, query, avatar } = opened()
      await query('DELETE FROM shared_generations')
      const buyer = await newBuyer(db, 10)
      const images: number[] = []
      for (let i = 0; i < 5; i++) images.unshift(await newImage(db, { buyer, avatar }))
      const [newest, second, , , oldest] = images as [number, number, number, number, number]
      for (const generation of images.toReversed())
        await expecting('shared', shareGeneration(db, { generation, buyer, visibility: 'public' }))
      // Two of one moment; one behind its link alone; one that has expired.
      await query(`UPDATE shared_generations SET published_at = (
        SELECT published_at FROM shared_generations WHERE generation_id = ${second}
      ) WHERE generation_id = ${newest}`)
      await expecting('shared', shareGeneration(db, { generation: oldest, buyer, visibility: 'link' }))
      await expecting('marked', likeImage(db, { user: buyer, generation: newest }))

      const pages: number[][] = []
      let before: GalleryCursor | null = null
      do {
        const page: Awaited<ReturnType<typeof readGallery>> = await readGallery(db, { before, limit: 2 })
        pages.push(page.rows.map((card) => card.generation))
        before = page.next
      } while (before)
      expect(pages.flat()).toEqual(images.slice(0, 4))

      const { rows } = await readGallery(db, { viewer: buyer })
      expect(rows.map(({ likes, liked }) => [likes, liked])).toEqual([
        [1, true],
        [0, false],
        [0, false],
        [0, false],
      ])
      expect(rows[0]).toMatchObject({ avatar, imageUrl: 'images/1' })
      expect(JSON.stringify(rows)).not.toContain('seed')
      await query(`UPDATE shared_generations SET created_at = now() - interval '2 hours',
        expired_at = now() - interval '1 hour' WHERE generation_id = ${newest}`)
      expect((await readGallery(db)).rows).toHaveLength(3)
    })

    test('the market has what may be used by anybody', async () => {
      const { db, admin, influencer } = opened()
      const hidden = await newPublicAvatar(db, influencer, admin)
      const shown = await newPublicAvatar(db, influencer, admin)
      await expecting('hidden', hideAvatar(db, { avatar: hidden, by: influencer }))
      const first = await readMarket(db, { limit: 1 })
      expect(first.rows.map((card) => card.avatar)).toEqual([shown])
      const seen = [shown]
      for (let { next } = first; next; ) {
        const page = await readMarket(db, { before: next, limit: 3 })
        seen.push(...page.rows.map((card) => card.avatar))
        next = page.next
      }
      expect(seen).not.toContain(hidden)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toEqual(seen.toSorted((a, b) => b - a))
    })

    test('one’s own rows come page by page, and nobody else’s', async () => {
      const { db, admin } = opened()
      const user = await newInfluencer(db, admin, 10)
      const avatar = await newPublicAvatar(db, user, admin)
      await newAvatar(db, user)
      const other = await newBuyer(db, 10)
      for (const buyer of [user, other, user])
        await bookmarkImage(db, { user: buyer, generation: await newImage(db, { buyer, avatar }) })
      const all = async <Row extends { readonly id: number }>(
        read: (query: OwnRows) => Promise<Page<Row, number>>,
      ) => {
        const ids: number[] = []
        for (let before: number | null | undefined; before !== null; ) {
          const page: Page<Row, number> = await read({ user, limit: 1, ...(before && { before }) })
          ids.push(...page.rows.map((row) => row.id))
          before = page.next
        }
        expect(ids).toEqual(ids.toSorted((a, b) => b - a))
        return ids.length
      }
      expect(await all((query) => readMyImages(db, query))).toBe(2)
      expect(await all((query) => readMyBookmarks(db, query))).toBe(2)
      expect(await all((query) => readMyLedger(db, query))).toBe(3)
      expect(await all((query) => readMyAvatars(db, query))).toBe(2)
    })

    test('a generation is asked after by its buyer', async () => {
      const { db, avatar } = opened()
      const buyer = await newBuyer(db, 10)
      const generation = await newImage(db, { buyer, avatar })
      expect(await readGenerationStatus(db, { generation, buyer })).toMatchObject({
        status: 'success',
        seed: '18446744073709551615',
        finishedAt: expect.any(Date),
      })
      const other = await newBuyer(db)
      expect(await readGenerationStatus(db, { generation, buyer: other })).toBeUndefined()
    })

    test('admins find what waits for them', async () => {
      const { db, admin } = opened()
      const influencer = await newInfluencer(db, admin)
      const avatar = await newPublicAvatar(db, influencer, admin)
      const waiting = await newAvatar(db, influencer)
      await newImage(db, { buyer: await newBuyer(db, 101), avatar, optionCredits: 100 })
      const { request } = await expecting(
        'requested',
        requestPayout(db, { influencer, credits: 10, account: 'bank' }),
      )
      expect((await readApprovalQueue(db, { limit: 1_000 })).at(-1)).toMatchObject({ avatar: waiting })
      const { rows } = await readPayoutQueue(db, { status: 'pending', limit: 1_000 })
      expect(rows.at(-1)).toMatchObject({ id: request, usdAmount: '1.00' })
      expect((await readPayoutQueue(db, { status: 'approved', after: request })).rows).toEqual([])
    })

    test('earnings are told by avatar and month', async () => {
      const { db, admin } = opened()
      const influencer = await newInfluencer(db, admin)
      const avatar = await newPublicAvatar(db, influencer, admin)
      const buyer = await newBuyer(db, 20)
      for (const optionCredits of [3, 4, 0]) await newImage(db, { buyer, avatar, optionCredits })
      const since = new Date(Date.now() - 86_400_000)
      expect(await readEarnings(db, { influencer, since })).toEqual([
        { month: expect.stringMatching(/^\d{4}-\d\d$/), avatar, title: 'Mina', images: 2, credits: 7 },
      ])
    })
  })
}
