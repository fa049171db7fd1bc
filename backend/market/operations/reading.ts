import { readGallery } from '../../app/reads/gallery.ts'
import { readGenerationStatus } from '../../app/reads/generation-status.ts'
import { readMarket } from '../../app/reads/market.ts'
import { readMyBookmarks, readMyImages, readMyLedger } from '../../app/reads/own-rows.ts'
import { readSharedImage } from '../../app/reads/shared-image.ts'
import { type MarketOperation, someUser } from '../market-operation.ts'

/** Five hundred reads a second at the peak; most people look at the gallery or wait for their image. */
export const reading: readonly MarketOperation[] = [
  {
    name: 'read-gallery',
    weight: 200,
    async run(at) {
      const first = await readGallery(at.db, { viewer: someUser(at) })
      return first.rows.length > 0 ? 'cards' : 'empty'
    },
  },
  {
    name: 'read-generation-status',
    weight: 150,
    async run({ db, scene, random }) {
      const image = scene.open.pick(random) ?? scene.finished.pick(random)
      if (image === undefined) return undefined
      return (await readGenerationStatus(db, image))?.status ?? 'not-found'
    },
  },
  {
    name: 'read-market',
    weight: 60,
    async run({ db, random }) {
      const first = await readMarket(db)
      // one in four goes on to the second page
      if (!first.next || !random.chance(0.25)) return 'first-page'
      await readMarket(db, { before: first.next })
      return 'two-pages'
    },
  },
  {
    name: 'read-my-images',
    weight: 40,
    run: async (at) =>
      (await readMyImages(at.db, { user: someUser(at) })).rows.length > 0 ? 'rows' : 'empty',
  },
  {
    name: 'read-my-ledger',
    weight: 20,
    run: async (at) =>
      (await readMyLedger(at.db, { user: someUser(at) })).rows.length > 0 ? 'rows' : 'empty',
  },
  {
    name: 'read-my-bookmarks',
    weight: 10,
    run: async (at) =>
      (await readMyBookmarks(at.db, { user: someUser(at) })).rows.length > 0 ? 'rows' : 'empty',
  },
  {
    name: 'read-shared-image',
    weight: 20,
    async run({ db, scene, random }) {
      const share = scene.shares.pick(random)
      if (share === undefined) return undefined
      return (await readSharedImage(db, share)) ? 'shown' : 'gone'
    },
  },
]
