import { adminCount, roleOf } from '../people.ts'
import { randomOf, seedOf } from '../random.ts'
import { avatarWords } from '../words.ts'
import { auditLog } from './logs.ts'
import { signUpMoment } from './people.ts'
import type { Story } from './story.ts'

export interface Listing {
  readonly id: number
  /** Index of the influencer. */
  readonly owner: number
  readonly nsfwAllowed: boolean
  /** From then on in the market. */
  readonly publicSince: number
}

const dayMs = 86_400_000

interface Draft {
  readonly owner: number
  readonly at: number
}

/** Every avatar's row and the attempts to train it; gives those that come into the market, in that order. */
export function writeListings(story: Story): readonly Listing[] {
  const drafts = draftsOf(story).sort((a, b) => a.at - b.at)
  return drafts
    .flatMap((draft) => writeListing(story, draft) ?? [])
    .sort((a, b) => a.publicSince - b.publicSince)
}

function draftsOf(story: Story): Draft[] {
  const drafts: Draft[] = []
  for (let owner = adminCount; owner < story.size.users; owner += 1) {
    if (roleOf(owner) !== 'influencer') continue
    const signedUp = signUpMoment(story, owner)
    const count = 1 + story.random.below(3)
    for (let i = 0; i < count; i++) {
      const at = signedUp + story.random.between(0.5, 4 + 40 * i) * dayMs
      if (at < story.until) drafts.push({ owner, at })
    }
  }
  return drafts
}

function writeListing(story: Story, { owner, at }: Draft): Listing | undefined {
  const id = story.nextId('avatars')
  const random = randomOf(seedOf(story.seed, 5, id))
  const trained = at + random.between(1, 3) * dayMs
  const publicSince = trained + random.between(0.2, 2) * dayMs
  const isReady = publicSince < story.until
  const draw = random.next()
  const status = !isReady ? 'pending' : draw < 0.88 ? 'active' : draw < 0.94 ? 'hidden' : 'rejected'
  const isPublic = status === 'active' && random.chance(0.95)
  const nsfwAllowed = random.chance(0.2)
  const lora = isReady ? `loras/${id}/${random.below(2 ** 31).toString(16)}.safetensors` : null
  const preview = isReady ? `previews/${id}.webp` : null
  const { names, styles, descriptions, notes, nationalities } = avatarWords
  const isTold = random.chance(0.8)
  story.emit('avatars', () => [
    id,
    owner + 1,
    `${random.pick(names)} ${random.pick(styles)}`,
    isTold ? random.pick(descriptions) : null,
    random.chance(0.3) ? random.pick(notes) : null,
    random.pick(nationalities),
    random.pick(['female', 'female', 'male', 'male', 'other', 'unspecified']),
    Math.round(random.between(1500, 1900)) / 10,
    Math.round(random.between(450, 900)) / 10,
    lora,
    preview,
    nsfwAllowed,
    isPublic,
    status,
    { at },
    { at: isReady ? publicSince : at },
  ])
  train(story, id, at, isReady ? trained : undefined)
  if (isReady) {
    const isRejected = status === 'rejected'
    auditLog(story, {
      at: publicSince,
      user: isRejected ? id % adminCount : owner,
      action: isRejected ? 'avatar_rejected' : 'avatar_published',
      target: ['avatar', id],
    })
  }
  return status === 'active' || status === 'hidden' ? { id, owner, nsfwAllowed, publicSince } : undefined
}

/** One attempt in eight fails and is followed by another; without an end it still waits. */
function train(story: Story, avatar: number, at: number, end: number | undefined): void {
  const attempt = (from: number, to: number | undefined, error: string | null) => {
    const id = story.nextId('training_jobs')
    const status = to === undefined ? 'pending' : error ? 'failed' : 'success'
    const [started, finished] = to === undefined ? [null, null] : [{ at: from + 60_000 }, { at: to }]
    story.emit('training_jobs', () => [
      id,
      avatar,
      status,
      { at: from },
      started,
      finished,
      to === undefined ? null : `training-logs/${id}.txt`,
      error,
    ])
  }
  if (end !== undefined && avatar % 8 === 5) {
    const middle = (at + end) / 2
    attempt(at, middle, 'not enough photos from the side')
    attempt(middle + 1_000, end, null)
  } else attempt(at, end, null)
}
