import type { AvatarbankDatabase } from '../app/db.ts'
import type { Random } from '../seed/random.ts'
import type { Scene } from './scene.ts'

/** One thing that a client of the market does, and how often. */
export interface MarketOperation {
  readonly name: string
  /** Times a second at the peak that the product is planned for. */
  readonly weight: number
  /** Gives the outcome in a word; undefined when there was nothing to do it with, and nothing was sent. */
  run(at: MarketMoment): Promise<string | undefined>
}

export interface MarketMoment {
  readonly db: AvatarbankDatabase
  readonly scene: Scene
  readonly random: Random
}

/** Somebody, the early users more often than the late ones. */
export function someUser({ scene, random }: MarketMoment): number {
  return 1 + Math.floor(scene.users * random.next() ** 1.7)
}
