import { type Gallery, openGallery } from './gallery.ts'
import { startImage } from './images.ts'
import { type Listing, writeListings } from './listings.ts'
import { leaveUnprocessed } from './payments.ts'
import { openPayoutDesk, type PayoutDesk } from './payouts.ts'
import { type Ends, logIn, signUp, someUser, writeUsers } from './people.ts'
import { momentOf, openStory, type Story, type StoryOptions } from './story.ts'

/** A year of the market, told tick by tick; each tick is an image that somebody asks for, and what else happens then. */
export interface Telling {
  readonly ticks: number
  /** Ticks come in order, from 0. */
  tick(index: number): void
  /** After the last tick: what is due by the story's end, and what is left lying. */
  end(): Ends
}

/** @param ends of a first telling, which users' rows hold in the second; the first goes without */
export function tellStory(options: StoryOptions, ends?: Ends): Telling {
  const story = openStory(options)
  const known = ends ?? { balances: story.ledger.balances, lastLogin: story.lastLogin }
  writeUsers(story, known)
  const scene = {
    listings: writeListings(story),
    live: 0,
    gallery: openGallery(story),
    desk: openPayoutDesk(story),
  }
  const { ticks } = options.size
  return {
    ticks,
    tick(index) {
      const at = tickMoment(story, index)
      settle(story, at)
      signUp(story, at)
      happen(story, scene, at)
    },
    end() {
      settle(story, story.until)
      const left = 2 + Math.round(ticks / 10_000)
      for (let i = 0; i < left; i++) leaveUnprocessed(story, story.until - 1_000 * (left - i))
      return { balances: story.ledger.balances, lastLogin: story.lastLogin }
    },
  }
}

/** The first weeks belong to sign-ups; the last few images come within half a minute, so that some are still open. */
function tickMoment(story: Story, index: number): number {
  const { ticks } = story.size
  const last = Math.max(8, Math.round(ticks / 2_000))
  const fromEnd = ticks - 1 - index
  if (fromEnd < last) return story.until - 700 - (30_000 * fromEnd) / last
  return momentOf({ from: story.from, until: story.until - 60_000 }, 0.02 + (0.98 * index) / ticks)
}

function settle(story: Story, moment: number): void {
  for (let effect = story.schedule.takeDue(moment); effect; effect = story.schedule.takeDue(moment))
    effect.happen()
}

interface Scene {
  readonly listings: readonly Listing[]
  /** So many of the listings are in the market. */
  live: number
  readonly gallery: Gallery
  readonly desk: PayoutDesk
}

/** Averages per image; fractions are chances. */
const per = { login: 0.8, like: 1.1, bookmark: 0.1, payout: 0.01 }

function happen(story: Story, scene: Scene, at: number): void {
  const { random } = story
  const { listings, gallery, desk } = scene
  while (scene.live < listings.length && listings[scene.live]!.publicSince <= at) scene.live++
  if (random.chance(per.login)) logIn(story, at)
  const buyer = someUser(story)
  const listing = listings[Math.floor(scene.live * random.next() ** 2)]
  if (buyer !== undefined && scene.live > 0 && listing) startImage(story, gallery, buyer, listing, at)
  for (let likes = random.next() * 2 * per.like; likes > random.next(); likes--) gallery.like(at)
  if (random.chance(per.bookmark)) gallery.bookmark(at)
  if (scene.live > 0 && random.chance(per.payout))
    desk.request(random.pick(listings.slice(0, scene.live)).owner, at)
}
