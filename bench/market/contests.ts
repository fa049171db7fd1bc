import type { AvatarbankDatabase } from '../../backend/app/db.ts'
import { startGeneration } from '../../backend/app/operations/generations/start-generation.ts'
import { likeImage } from '../../backend/app/operations/social/like.ts'
import { readGallery } from '../../backend/app/reads/gallery.ts'
import { readGenerationStatus } from '../../backend/app/reads/generation-status.ts'
import { readMarket } from '../../backend/app/reads/market.ts'

/** One of the hottest operations, and what it is given. */
export interface Contest {
  readonly name: string
  /** Calls a second at the peak that the product is planned for. */
  readonly peak: number
  /** Inputs that differ from call to call; the numbers stand in their places while the SQL is recorded. */
  readonly inputs: readonly Input[]
  run(db: AvatarbankDatabase, values: Readonly<Record<string, Value>>): Promise<unknown>
}

export type Value = string | number

export interface Input {
  readonly name: string
  /** Stands for the input in the recorded statement; nothing else there is equal to it. */
  readonly sentinel: Value
  /** `\set` of pgbench, and what stands in the statement. */
  readonly set: (facts: Facts) => string
  readonly use: string
  readonly draw: (facts: Facts) => Value
}

/** Of the seeded market. */
export interface Facts {
  readonly users: number
  readonly avatar: number
  readonly generations: number
}

const below = (end: number) => 1 + Math.floor(Math.random() * end)

const among = (name: string, sentinel: number, most: keyof Facts): Input => ({
  name,
  sentinel,
  set: (facts) => `\\set ${name} random(1, ${facts[most]})`,
  use: `:${name}`,
  draw: (facts) => below(facts[most]),
})

const user = among('viewer', 777_000_001, 'users')
const generation = among('image', 777_000_002, 'generations')
const avatar: Input = {
  name: 'avatar',
  sentinel: 777_000_003,
  set: (facts) => `\\set avatar ${facts.avatar}`,
  use: ':avatar',
  draw: (facts) => facts.avatar,
}
const key: Input = {
  name: 'key',
  sentinel: '77700000-0000-4000-8000-000000000004',
  set: () => '\\set key random(1, 9000000000000000)',
  use: "lpad(to_hex(:key::bigint), 32, '0')::uuid",
  draw: () => crypto.randomUUID(),
}

/** The two reads and the three writes that are most frequent at the peak; claiming and ending follow from starting. */
export const contests: readonly Contest[] = [
  {
    name: 'read-gallery',
    peak: 200,
    inputs: [user],
    run: (db, { viewer }) => readGallery(db, { viewer: Number(viewer) }),
  },
  {
    name: 'read-generation-status',
    peak: 150,
    inputs: [generation, user],
    run: (db, { image, viewer }) =>
      readGenerationStatus(db, { generation: Number(image), buyer: Number(viewer) }),
  },
  { name: 'read-market', peak: 60, inputs: [], run: (db) => readMarket(db) },
  {
    name: 'start-generation',
    peak: 20,
    inputs: [user, avatar, key],
    run: (db, { viewer, avatar: id, key: idempotencyKey }) =>
      startGeneration(db, {
        buyer: Number(viewer),
        avatar: Number(id),
        idempotencyKey: String(idempotencyKey),
        optionCredits: 2,
        prompt: 'portrait in a linen shirt on a rainy street in Seoul, soft window light',
      }),
  },
  {
    name: 'like',
    peak: 20,
    inputs: [user, generation],
    run: (db, { viewer, image }) => likeImage(db, { user: Number(viewer), generation: Number(image) }),
  },
]
