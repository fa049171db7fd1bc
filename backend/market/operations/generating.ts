import { randomUUID } from 'node:crypto'
import { cancelByAdmin } from '../../app/operations/generations/cancel-by-admin.ts'
import { cancelGeneration } from '../../app/operations/generations/cancel-generation.ts'
import { claimTask } from '../../app/operations/generations/claim-task.ts'
import { completeGeneration } from '../../app/operations/generations/complete-generation.ts'
import { failGeneration } from '../../app/operations/generations/fail-generation.ts'
import { type GenerationRequest, startGeneration } from '../../app/operations/generations/start-generation.ts'
import { sweepExpired } from '../../app/operations/generations/sweep-expired.ts'
import { promptOf } from '../../seed/prompts.ts'
import { type MarketMoment, type MarketOperation, someUser } from '../market-operation.ts'

/** Twenty images a second at the peak, and the workers that make them. */
export const generating: readonly MarketOperation[] = [
  {
    name: 'start-generation',
    weight: 20,
    async run(at) {
      const { random, scene } = at
      const avatar = scene.avatars.pick(random)?.avatar
      if (avatar === undefined) return undefined
      const prompt = promptOf(random.below(2 ** 31), 0, random.chance(0.6) ? 'ko' : 'en')
      const optionCredits = random.pick([0, 0, 1, 2, 2, 3, 4, 5, 9])
      return start(at, { buyer: someUser(at), avatar, idempotencyKey: randomUUID(), optionCredits, prompt })
    },
  },
  {
    // the double click, and the client that did not hear the answer
    name: 'start-generation-again',
    weight: 0.5,
    async run(at) {
      const image = at.scene.open.pick(at.random)
      return image && start(at, { ...image, optionCredits: 0, prompt: 'again' })
    },
  },
  { name: 'claim-task', weight: 20, run: claim },
  {
    name: 'complete-generation',
    weight: 19,
    async run(at) {
      const { db, scene, random } = at
      const work = scene.claimed.shift()
      if (work === undefined) return undefined
      const outcome = await completeGeneration(db, {
        task: work.task,
        worker: work.worker,
        imageUrl: `images/${work.task}.webp`,
        seed: String(random.below(2 ** 32)),
        nsfw: work.nsfwAllowed && random.chance(0.3),
      })
      if (outcome.kind === 'completed') remember(at, outcome.generation)
      return outcome.kind
    },
  },
  {
    name: 'fail-generation',
    weight: 1,
    async run({ db, scene, random }) {
      const work = scene.claimed.shift()
      if (work === undefined) return undefined
      const failCode = random.pick(['engine', 'engine', 'upload', 'policy'] as const)
      const transient = failCode !== 'policy' && random.chance(0.5)
      const { task, worker } = work
      return (await failGeneration(db, { task, worker, failCode, reason: 'no image', transient })).kind
    },
  },
  {
    name: 'cancel-generation',
    weight: 0.4,
    async run({ db, scene, random }) {
      const image = scene.open.pick(random)
      return image && (await cancelGeneration(db, image)).kind
    },
  },
  {
    name: 'cancel-by-admin',
    weight: 0.05,
    async run({ db, scene, random }) {
      const image = scene.open.pick(random)
      if (image === undefined) return undefined
      const admin = random.pick(scene.admins)
      return (await cancelByAdmin(db, { generation: image.generation, admin, refund: 'option-credits' })).kind
    },
  },
  {
    name: 'sweep-expired',
    weight: 0.1,
    run: async ({ db }) => ((await sweepExpired(db)) ? 'swept' : 'idle'),
  },
]

async function start({ db, scene }: MarketMoment, request: GenerationRequest): Promise<string> {
  const outcome = await startGeneration(db, request)
  const { buyer, avatar, idempotencyKey } = request
  if (outcome.kind === 'started') {
    scene.open.add({ generation: outcome.generation, buyer, avatar, idempotencyKey })
    scene.buyers.set(outcome.generation, buyer)
  }
  if (outcome.kind === 'not-enough-credits') scene.poor.add(buyer)
  return outcome.kind
}

async function claim({ db, scene, random }: MarketMoment): Promise<string> {
  const worker = `worker-${random.below(16)}`
  const outcome = await claimTask(db, { worker })
  if (outcome.kind === 'claimed')
    scene.claimed.push({ task: outcome.task, worker, nsfwAllowed: outcome.nsfwAllowed })
  return outcome.kind
}

/** A finished image of this run is one to share. */
function remember({ scene }: MarketMoment, generation: number): void {
  const buyer = scene.buyers.get(generation)
  if (buyer !== undefined) scene.finished.add({ generation, buyer })
  scene.buyers.delete(generation)
}
