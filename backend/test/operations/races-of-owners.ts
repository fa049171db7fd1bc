import { describe, expect, test } from 'vitest'
import { closeAccount } from '../../app/operations/accounts/close-account.ts'
import { grantInfluencer } from '../../app/operations/accounts/grant-influencer.ts'
import { publishAvatar } from '../../app/operations/avatars/publish-avatar.ts'
import { bookmarkImage } from '../../app/operations/social/bookmark.ts'
import { likeImage, unlikeImage } from '../../app/operations/social/like.ts'
import { shareGeneration } from '../../app/operations/social/share.ts'
import { approveTraining } from '../../app/operations/training/approve-training.ts'
import { endTraining } from '../../app/operations/training/end-training.ts'
import { startTraining } from '../../app/operations/training/start-training.ts'
import { atOnce, kindsOf, race, rowOf, times } from './at-once.ts'
import type { Opened } from './describe-market.ts'
import { newAvatar, newBuyer, newImage, newInfluencer, trainByHand } from './people.ts'

export function describeOwnersRaces(opened: Opened): void {
  describe('of owners and viewers', () => {
    test('an image is liked, saved and shared once', async () => {
      const { db, avatar } = opened()
      const buyer = await newBuyer(db, 5)
      const generation = await newImage(db, { buyer, avatar })
      const row = rowOf('generations', generation)
      for (const mark of [likeImage, bookmarkImage])
        expect(
          await race(opened(), row, ...times(5, () => () => mark(db, { user: buyer, generation }))),
        ).toEqual({
          marked: 1,
          'already-marked': 4,
        })
      await Promise.all(times(6, (n) => (n % 2 ? likeImage : unlikeImage)(db, { user: buyer, generation })))
      const share = () => shareGeneration(db, { generation, buyer, visibility: 'public' })
      const shares = await atOnce(
        opened(),
        row,
        times(4, () => share),
      )
      expect(new Set(shares.map((outcome) => 'token' in outcome && outcome.token)).size).toBe(1)
    })

    test('what a closing account publishes or shares is not left behind', async () => {
      const { db, query, admin, avatar } = opened()
      const user = await newInfluencer(db, admin, 5)
      const own = await newAvatar(db, user)
      await trainByHand(db, own, admin)
      const generation = await newImage(db, { buyer: user, avatar })
      const kinds = await race(
        opened(),
        rowOf('users', user),
        () => closeAccount(db, { user }),
        () => publishAvatar(db, { avatar: own, influencer: user }),
        () => shareGeneration(db, { generation, buyer: user, visibility: 'public' }),
      )
      expect(kinds).toMatchObject({ closed: 1 })
      expect(await query(`SELECT FROM shared_generations WHERE generation_id = ${generation}`)).toEqual([])
    })

    test('an admin’s double click does everything once', async () => {
      const { db, admin } = opened()
      const user = await newBuyer(db)
      const grant = () => grantInfluencer(db, { user, admin })
      expect(await race(opened(), rowOf('users', user), grant, grant)).toEqual({
        granted: 1,
        'not-a-buyer': 1,
      })
      const avatar = await newAvatar(db, user)
      const approve = () => approveTraining(db, { avatar, admin, trainedBy: 'hand' })
      const approved = await atOnce(opened(), rowOf('avatars', avatar), [approve, approve, approve])
      expect(kindsOf(approved)).toEqual({ approved: 1, 'already-open': 2 })
      const job = approved.flatMap((outcome) => (outcome.kind === 'approved' ? outcome.job : []))[0]!
      const row = rowOf('training_jobs', job)
      const start = () => startTraining(db, { job, admin })
      expect(await race(opened(), row, start, start)).toEqual({ started: 1, 'not-startable': 1 })
      const end = () => endTraining(db, { job, result: { kind: 'success', loraPath: 'models/1' } })
      expect(await race(opened(), row, end, end)).toEqual({ ended: 1, late: 1 })
      const publish = () => publishAvatar(db, { avatar, influencer: user })
      expect(await race(opened(), rowOf('avatars', avatar), publish, publish)).toEqual({
        published: 1,
        'not-publishable': 1,
      })
    })
  })
}
