import { personOf } from '../people.ts'
import { promptOf } from '../prompts.ts'
import { randomOf, seedOf } from '../random.ts'
import type { Gallery } from './gallery.ts'
import type { Listing } from './listings.ts'
import { errorLog } from './logs.ts'
import { buyCredits } from './payments.ts'
import type { Story } from './story.ts'

type FailCode = 'engine' | 'upload' | 'timeout' | 'policy'
type Outcome = 'success' | 'canceled' | FailCode

/** How often, and how long it takes until it is known (seconds, from and to). */
const outcomes: readonly (readonly [Outcome, number, number, number])[] = [
  ['canceled', 0.02, 1, 4],
  ['engine', 0.025, 20, 90],
  ['timeout', 0.01, 600, 620],
  ['upload', 0.008, 20, 60],
  ['policy', 0.007, 10, 40],
  ['success', 1, 6, 45],
]

/** What buyers add for the influencer: most a little, some much. */
const options = [0, 0, 0, 1, 1, 2, 2, 2, 3, 4, 4, 5, 9, 20] as const

/** Somebody asks for an image of an avatar, having bought credits where they are too few. */
export function startImage(
  story: Story,
  gallery: Gallery,
  buyer: number,
  listing: Listing,
  at: number,
): void {
  const { ledger, random } = story
  const option = random.pick(options)
  const price = 1 + option
  if (ledger.balances[buyer]! < price) buyCredits(story, buyer, at)
  if (ledger.balances[buyer]! < price) return
  const id = story.nextId('generations')
  const task = story.nextId('tasks')
  const image: Image = { id, task, buyer, listing, option, at: at + 500, ...drawOutcome(story, at + 500) }
  writeGeneration(story, image)
  writeTask(story, image)
  ledger.move({ user: buyer, type: 'generation', amount: -price, at: image.at, generation: id })
  if (image.end < story.until)
    story.schedule.add({ due: image.end, happen: () => finish(story, gallery, image) })
}

interface Image {
  readonly id: number
  readonly task: number
  readonly buyer: number
  readonly listing: Listing
  readonly option: number
  readonly at: number
  readonly outcome: Outcome
  /** When the outcome is known; past the story's end the image is still being made. */
  readonly end: number
  readonly nsfw: boolean
}

function drawOutcome({ random }: Story, at: number): Pick<Image, 'outcome' | 'end' | 'nsfw'> {
  let draw = random.next()
  for (const [outcome, share, least, most] of outcomes) {
    if (draw < share)
      return { outcome, end: at + 1000 * random.between(least, most), nsfw: random.chance(0.3) }
    draw -= share
  }
  throw new Error('no outcome')
}

function finish(
  story: Story,
  gallery: Gallery,
  { id, task, buyer, listing, option, outcome, end, nsfw }: Image,
) {
  if (outcome === 'success') {
    if (option > 0)
      story.ledger.move({ user: listing.owner, type: 'earning', amount: option, at: end, generation: id })
    gallery.offer(id, end, listing.nsfwAllowed && nsfw)
    return
  }
  if (outcome !== 'policy')
    story.ledger.move({ user: buyer, type: 'refund', amount: 1 + option, at: end, generation: id })
  if (outcome !== 'policy' && outcome !== 'canceled') errorLog(story, end, reasons[outcome], buyer, task)
}

const reasons: Readonly<Record<FailCode, string>> = {
  engine: 'engine returned no image',
  upload: 'storage did not answer',
  timeout: 'no answer within 10 minutes',
  policy: 'prompt shows a real person',
}

function writeGeneration(story: Story, image: Image): void {
  const { id, buyer, listing, option, at, outcome, end, nsfw } = image
  story.emit('generations', () => {
    const random = randomOf(seedOf(story.seed, 7, id))
    const isOpen = end >= story.until
    const isWaiting = isOpen && isJustAsked(story, at)
    const failed = !isOpen && outcome !== 'success' && outcome !== 'canceled' ? outcome : null
    const isSuccess = !isOpen && outcome === 'success'
    const status = isOpen ? (isWaiting ? 'pending' : 'processing') : failed ? 'failed' : outcome
    return [
      id,
      listing.id,
      buyer + 1,
      uuidOf(random.below),
      1 + option,
      option,
      isOpen || isSuccess || failed === 'policy' ? 0 : 1 + option,
      promptOf(story.seed, id, personOf(story.seed, buyer).locale),
      isSuccess ? `${random.below(2 ** 31)}${random.below(2 ** 31)}` : null,
      isSuccess ? `images/${id % 1000}/${id}.webp` : null,
      status,
      failed,
      failed ? reasons[failed] : null,
      isSuccess && listing.nsfwAllowed && nsfw,
      { at },
      isOpen ? null : { at: end },
    ]
  })
}

/** No worker has taken it yet. */
function isJustAsked(story: Story, at: number): boolean {
  return at > story.until - 5_000
}

const leaseMs = 600_000

function writeTask(story: Story, { id, task, at, outcome, end }: Image): void {
  story.emit('tasks', () => {
    const isOpen = end >= story.until
    const isQueued = isOpen && isJustAsked(story, at)
    const wasTaken = !isQueued && (isOpen || outcome !== 'canceled')
    const failed = !isOpen && outcome !== 'success' && outcome !== 'canceled'
    const status = isOpen ? (isQueued ? 'queued' : 'running') : failed ? 'failed' : outcome
    return [
      task,
      id,
      'generation',
      status,
      wasTaken ? `worker-${1 + (id % 16)}` : null,
      { at },
      { at },
      status === 'running' ? { at: story.until + leaseMs } : null,
      wasTaken ? { at: at + 1_000 } : null,
      isOpen ? null : { at: end },
      !isOpen && (outcome === 'engine' || outcome === 'upload') ? 2 : 0,
      failed ? reasons[outcome as FailCode] : null,
    ]
  })
}

/** Version 4 in its form (RFC 9562), from our own chance. */
function uuidOf(below: (end: number) => number): string {
  const hex = (digits: number) =>
    below(16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(8)}${hex(4)}`
}
