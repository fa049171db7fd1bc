import { standingOf } from '../people.ts'
import { randomOf, seedOf } from '../random.ts'
import type { Story } from './story.ts'

export interface Gallery {
  /** A finished image: one in six is shared by its buyer. */
  offer(generation: number, at: number, nsfw: boolean): void
  like(at: number): void
  bookmark(at: number): void
}

const dayMs = 86_400_000

export function openGallery(story: Story): Gallery {
  const { random } = story
  const shown: number[] = []
  const likes = openMarks(story, 'likes')
  const bookmarks = openMarks(story, 'bookmarks')
  return {
    offer(generation, at, nsfw) {
      if (!random.chance(0.16)) return
      const isPublic = !nsfw && random.chance(0.75)
      writeShare(story, generation, at, isPublic)
      if (isPublic) shown.push(generation)
    },
    like: (at) => likes.mark(shown, at, 0.65),
    bookmark: (at) => bookmarks.mark(shown, at, 0.3),
  }
}

function writeShare(story: Story, generation: number, at: number, isPublic: boolean): void {
  const id = story.nextId('shared_generations')
  const expires = !isPublic && story.random.chance(0.2)
  story.emit('shared_generations', () => {
    const random = randomOf(seedOf(story.seed, 8, id))
    const token = Array.from({ length: 22 }, () => random.below(36).toString(36)).join('')
    const moment = { at: at + 1_000 }
    return [
      id,
      generation,
      token,
      isPublic,
      isPublic ? moment : null,
      moment,
      expires ? { at: at + 30 * dayMs } : null,
    ]
  })
}

/**
 * Likes or bookmarks, never the same twice without remembering any: the nth who marks an image is found by steps of
 * one length around the circle of users, from a start that the image gives.
 */
function openMarks(story: Story, table: 'likes' | 'bookmarks') {
  const { random, size } = story
  const stride = strideFor(size.users)
  const marked: number[] = []
  const counts = new Map<number, number>()
  const nextFan = (generation: number): number | undefined => {
    const start = Math.imul(generation, table === 'likes' ? 2_654_435_761 : 40_503) >>> 0
    for (let tries = 0; tries < 4; tries++) {
      const nth = counts.get(generation) ?? 0
      if (nth >= size.users) return undefined
      counts.set(generation, nth + 1)
      const user = (start + nth * stride) % size.users
      if (user < story.signedUp && standingOf(user) !== 'deleted') return user
    }
    return undefined
  }
  return {
    /** @param fame how often an image is found through those who marked it before: the long tail */
    mark(shown: readonly number[], at: number, fame: number): void {
      if (shown.length === 0) return
      const isFamous = marked.length > 0 && random.chance(fame)
      const generation = isFamous
        ? random.pick(marked)
        : shown[shown.length - 1 - Math.floor(shown.length * random.next() ** 2)]!
      const user = nextFan(generation)
      if (user === undefined) return
      marked.push(generation)
      const id = story.nextId(table)
      story.emit(table, () => [id, user + 1, generation, { at }])
    },
  }
}

/** A step that meets everybody before it meets anybody again: it has no divisor in common with the circle. */
function strideFor(users: number): number {
  return [7_919, 104_729, 1_299_709].find((prime) => users % prime !== 0)!
}
