import { randomUUID } from 'node:crypto'
import type { AvatarbankDatabase } from '../../app/db.ts'
import { grantInfluencer } from '../../app/operations/accounts/grant-influencer.ts'
import { signUp } from '../../app/operations/accounts/sign-up.ts'
import { publishAvatar } from '../../app/operations/avatars/publish-avatar.ts'
import { registerAvatar } from '../../app/operations/avatars/register-avatar.ts'
import { claimTask } from '../../app/operations/generations/claim-task.ts'
import { completeGeneration } from '../../app/operations/generations/complete-generation.ts'
import { startGeneration } from '../../app/operations/generations/start-generation.ts'
import { approveTraining } from '../../app/operations/training/approve-training.ts'
import { endTraining } from '../../app/operations/training/end-training.ts'
import { startTraining } from '../../app/operations/training/start-training.ts'
import type { MarketDatabase } from './market-database.ts'

/** Takes one outcome for granted; another fails the test. */
export async function expecting<Outcome extends { readonly kind: string }, Kind extends Outcome['kind']>(
  kind: Kind,
  outcome: Promise<Outcome>,
): Promise<Extract<Outcome, { readonly kind: Kind }>> {
  const came = await outcome
  if (came.kind !== kind) throw new Error(`${kind} expected: ${JSON.stringify(came)}`)
  return came as Extract<Outcome, { readonly kind: Kind }>
}

let count = 0

export async function newBuyer(db: AvatarbankDatabase, credits = 0): Promise<number> {
  const nickname = `user${++count}`
  const welcome = credits > 0 ? { welcome: { campaign: 'welcome', credits } } : {}
  const request = { email: `${nickname}@example.com`, nickname, passwordHash: 'x', ...welcome }
  return (await expecting('signed-up', signUp(db, request))).user
}

/** The way to the first admin is not the application's. */
export async function newAdmin({ db, query }: MarketDatabase): Promise<number> {
  const user = await newBuyer(db)
  await query(`UPDATE users SET role = 'admin' WHERE id = ${user}`)
  return user
}

export async function newInfluencer(db: AvatarbankDatabase, admin: number, credits = 0): Promise<number> {
  const user = await newBuyer(db, credits)
  await expecting('granted', grantInfluencer(db, { user, admin }))
  return user
}

export async function newAvatar(db: AvatarbankDatabase, influencer: number): Promise<number> {
  const { avatar } = await expecting(
    'registered',
    registerAvatar(db, { influencer, profile: { title: 'Mina' } }),
  )
  return avatar
}

export async function trainByHand(db: AvatarbankDatabase, avatar: number, admin: number): Promise<void> {
  const { job } = await expecting('approved', approveTraining(db, { avatar, admin, trainedBy: 'hand' }))
  await expecting('started', startTraining(db, { job, admin }))
  await expecting('ended', endTraining(db, { job, result: { kind: 'success', loraPath: `models/${job}` } }))
}

export async function newPublicAvatar(db: AvatarbankDatabase, influencer: number, admin: number) {
  const avatar = await newAvatar(db, influencer)
  await trainByHand(db, avatar, admin)
  await expecting('published', publishAvatar(db, { avatar, influencer }))
  return avatar
}

export interface Wish {
  readonly buyer: number
  readonly avatar: number
  readonly optionCredits?: number
}

export async function newGeneration(db: AvatarbankDatabase, wish: Wish): Promise<number> {
  const request = { optionCredits: 0, prompt: '달 위의 고양이', idempotencyKey: randomUUID(), ...wish }
  return (await expecting('started', startGeneration(db, request))).generation
}

/** The queue must be empty before. */
export async function newRunning(db: AvatarbankDatabase, wish: Wish, worker = 'w1') {
  const generation = await newGeneration(db, wish)
  const claimed = await expecting('claimed', claimTask(db, { worker }))
  if (claimed.generation !== generation) throw new Error('another task was in the queue')
  return claimed
}

export const image = { imageUrl: 'images/1', seed: '18446744073709551615', nsfw: false } as const

export async function newImage(db: AvatarbankDatabase, wish: Wish): Promise<number> {
  const { task, generation } = await newRunning(db, wish)
  await expecting('completed', completeGeneration(db, { task, worker: 'w1', ...image }))
  return generation
}
