import { bookmarkImage, removeBookmark } from '../../app/operations/social/bookmark.ts'
import { likeImage, unlikeImage } from '../../app/operations/social/like.ts'
import { shareGeneration, unshareGeneration } from '../../app/operations/social/share.ts'
import { type MarketOperation, someUser } from '../market-operation.ts'

export const social: readonly MarketOperation[] = [
  {
    name: 'like',
    weight: 20,
    async run(at) {
      const share = at.scene.shares.pick(at.random)
      return share && (await likeImage(at.db, { user: someUser(at), generation: share.generation })).kind
    },
  },
  {
    name: 'unlike',
    weight: 2,
    async run(at) {
      const share = at.scene.shares.pick(at.random)
      if (share === undefined) return undefined
      return (await unlikeImage(at.db, { user: someUser(at), generation: share.generation }))
        ? 'removed'
        : 'none'
    },
  },
  {
    name: 'bookmark',
    weight: 1.5,
    async run(at) {
      const share = at.scene.shares.pick(at.random)
      return share && (await bookmarkImage(at.db, { user: someUser(at), generation: share.generation })).kind
    },
  },
  {
    name: 'remove-bookmark',
    weight: 0.3,
    async run(at) {
      const share = at.scene.shares.pick(at.random)
      if (share === undefined) return undefined
      const mark = { user: someUser(at), generation: share.generation }
      return (await removeBookmark(at.db, mark)) ? 'removed' : 'none'
    },
  },
  {
    name: 'share',
    weight: 2,
    async run({ db, scene, random }) {
      const image = scene.finished.pick(random)
      if (image === undefined) return undefined
      const visibility = random.chance(0.7) ? 'public' : 'link'
      const outcome = await shareGeneration(db, { ...image, visibility })
      if (outcome.kind === 'shared' && visibility === 'public')
        scene.shares.add({ ...image, token: outcome.token })
      return outcome.kind
    },
  },
  {
    name: 'unshare',
    weight: 0.1,
    async run({ db, scene, random }) {
      const image = scene.finished.pick(random)
      return image && ((await unshareGeneration(db, image)) ? 'removed' : 'none')
    },
  },
]
