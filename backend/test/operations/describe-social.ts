import { describe, expect, test } from 'vitest'
import { suspendUser } from '../../app/operations/accounts/suspend-user.ts'
import { cancelGeneration } from '../../app/operations/generations/cancel-generation.ts'
import { bookmarkImage, removeBookmark } from '../../app/operations/social/bookmark.ts'
import { likeImage, unlikeImage } from '../../app/operations/social/like.ts'
import { shareGeneration, unshareGeneration } from '../../app/operations/social/share.ts'
import { readSharedImage } from '../../app/reads/shared-image.ts'
import type { Opened } from './describe-market.ts'
import { expecting, newBuyer, newGeneration, newImage } from './people.ts'

export function describeSocial(opened: Opened): void {
  describe('sharing', () => {
    const newOwnImage = async () => {
      const { db, avatar } = opened()
      const buyer = await newBuyer(db, 10)
      return { buyer, generation: await newImage(db, { buyer, avatar }) }
    }

    test('a link stays the same while visibility and end change', async () => {
      const { db, query } = opened()
      const own = await newOwnImage()
      const { token } = await expecting('shared', shareGeneration(db, { ...own, visibility: 'link' }))
      expect(token.length).toBeGreaterThanOrEqual(22)
      expect(await readSharedImage(db, { token })).toMatchObject({ generation: own.generation })
      const published = async () =>
        (await query(`SELECT published_at::text FROM shared_generations WHERE share_token = '${token}'`))[0]
      expect(await published()).toEqual({ published_at: null })
      expect(await shareGeneration(db, { ...own, visibility: 'public' })).toEqual({ kind: 'shared', token })
      const first = await published()
      const expiresAt = new Date(Date.now() + 3_600_000)
      await expecting('shared', shareGeneration(db, { ...own, visibility: 'public', expiresAt }))
      expect(await published()).toEqual(first)
      await expecting('shared', shareGeneration(db, { ...own, visibility: 'link' }))
      expect(await published()).toEqual({ published_at: null })
    })

    test('what is taken back or has expired shows nothing', async () => {
      const { db, query } = opened()
      const own = await newOwnImage()
      const { token } = await expecting('shared', shareGeneration(db, { ...own, visibility: 'public' }))
      expect(await unshareGeneration(db, { ...own, buyer: opened().admin })).toBe(false)
      await query(`UPDATE shared_generations SET created_at = now() - interval '2 hours',
        expired_at = now() - interval '1 hour' WHERE share_token = '${token}'`)
      expect(await readSharedImage(db, { token })).toBeUndefined()
      expect(await unshareGeneration(db, own)).toBe(true)
      expect(await unshareGeneration(db, own)).toBe(false)
    })

    test('is for finished images of one’s own, by active users', async () => {
      const { db, admin, avatar } = opened()
      const own = await newOwnImage()
      const other = await newBuyer(db)
      const refused = { kind: 'not-shareable' }
      expect(await shareGeneration(db, { ...own, buyer: other, visibility: 'link' })).toEqual(refused)
      const generation = await newGeneration(db, { buyer: own.buyer, avatar })
      expect(await shareGeneration(db, { ...own, generation, visibility: 'link' })).toEqual(refused)
      await expecting('canceled', cancelGeneration(db, { generation, buyer: own.buyer }))
      await expecting('done', suspendUser(db, { user: own.buyer, admin }))
      expect(await shareGeneration(db, { ...own, visibility: 'link' })).toEqual({ kind: 'user-not-active' })
    })

    test('an NSFW image goes by link, and not into the gallery', async () => {
      const { db, query } = opened()
      const own = await newOwnImage()
      await query(`UPDATE generations SET nsfw_flag = true WHERE id = ${own.generation}`)
      expect(await shareGeneration(db, { ...own, visibility: 'public' })).toEqual({ kind: 'nsfw-not-public' })
      await expecting('shared', shareGeneration(db, { ...own, visibility: 'link' }))
      expect(await shareGeneration(db, { ...own, visibility: 'public' })).toEqual({ kind: 'nsfw-not-public' })
    })
  })

  describe.each([
    ['likes', likeImage, unlikeImage],
    ['bookmarks', bookmarkImage, removeBookmark],
  ] as const)('%s', (_, mark, unmark) => {
    test('one per user and image; twice in a row is as good as once', async () => {
      const { db, avatar } = opened()
      const buyer = await newBuyer(db, 5)
      const generation = await newImage(db, { buyer, avatar })
      await expecting('shared', shareGeneration(db, { generation, buyer, visibility: 'link' }))
      for (const user of [buyer, await newBuyer(db)]) {
        expect(await unmark(db, { user, generation })).toBe(false)
        expect(await mark(db, { user, generation })).toEqual({ kind: 'marked' })
        expect(await mark(db, { user, generation })).toEqual({ kind: 'already-marked' })
        expect(await unmark(db, { user, generation })).toBe(true)
        expect(await unmark(db, { user, generation })).toBe(false)
        expect(await mark(db, { user, generation })).toEqual({ kind: 'marked' })
      }
    })

    test('are for images that the user can see', async () => {
      const { db, admin, avatar } = opened()
      const buyer = await newBuyer(db, 5)
      const user = await newBuyer(db)
      const generation = await newImage(db, { buyer, avatar })
      expect(await mark(db, { user, generation })).toEqual({ kind: 'not-visible' })
      expect(await mark(db, { user, generation: 0 })).toEqual({ kind: 'not-visible' })
      await expecting('shared', shareGeneration(db, { generation, buyer, visibility: 'public' }))
      await expecting('done', suspendUser(db, { user, admin }))
      expect(await mark(db, { user, generation })).toEqual({ kind: 'user-not-active' })
    })
  })
}
