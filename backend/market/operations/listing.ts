import { hideAvatar } from '../../app/operations/avatars/hide-avatar.ts'
import { publishAvatar } from '../../app/operations/avatars/publish-avatar.ts'
import { registerAvatar } from '../../app/operations/avatars/register-avatar.ts'
import { approveTraining } from '../../app/operations/training/approve-training.ts'
import { endTraining } from '../../app/operations/training/end-training.ts'
import { startTraining } from '../../app/operations/training/start-training.ts'
import type { MarketMoment, MarketOperation } from '../market-operation.ts'

/** Avatars come and go slowly; training is by hand. */
export const listing: readonly MarketOperation[] = [
  { name: 'list-avatar', weight: 0.05, run: list },
  {
    name: 'hide-and-publish',
    weight: 0.1,
    async run({ db, scene, random }) {
      const own = scene.avatars.pick(random)
      if (own === undefined) return undefined
      const { avatar, influencer } = own
      const { kind } = await hideAvatar(db, { avatar, by: influencer })
      await publishAvatar(db, { avatar, influencer })
      return kind
    },
  },
]

/** From the registration to the market, in one go. */
async function list({ db, scene, random }: MarketMoment): Promise<string | undefined> {
  const influencer = random.pick(scene.influencers)
  const admin = random.pick(scene.admins)
  if (influencer === undefined || admin === undefined) return undefined
  const registered = await registerAvatar(db, { influencer, profile: { title: `마켓 ${scene.fresh()}` } })
  if (registered.kind !== 'registered') return registered.kind
  const { avatar } = registered
  const approved = await approveTraining(db, { avatar, admin, trainedBy: 'hand' })
  if (approved.kind !== 'approved') return approved.kind
  const { job } = approved
  await startTraining(db, { job, admin })
  await endTraining(db, { job, result: { kind: 'success', loraPath: `loras/${avatar}.safetensors` } })
  const { kind } = await publishAvatar(db, { avatar, influencer })
  if (kind === 'published') scene.avatars.add({ avatar, influencer })
  return kind
}
