import { personOf, standingOf } from '../people.ts'
import { randomOf, seedOf } from '../random.ts'
import { auditLog } from './logs.ts'
import { momentOf, type Story } from './story.ts'

/** The ends of another telling of the same story: users are written first and hold what comes of it all. */
export interface Ends {
  readonly balances: Float64Array
  readonly lastLogin: Float64Array
}

export function signUpMoment(story: Story, index: number): number {
  return momentOf(story, index / story.size.users)
}

/** Every user's row, before anything refers to it. */
export function writeUsers(story: Story, ends: Ends): void {
  for (let index = 0; index < story.size.users; index++) {
    const id = story.nextId('users')
    story.emit('users', () => {
      const { email, nickname, role, locale, standing } = personOf(story.seed, index)
      const at = signUpMoment(story, index)
      const lastLogin = ends.lastLogin[index]!
      const login = lastLogin === 0 ? null : { at: lastLogin }
      const hash = standing === 'deleted' ? '' : passwordHash(story.seed, index)
      return [
        id,
        email,
        nickname,
        hash,
        role,
        ends.balances[index]!,
        standing,
        locale,
        { at },
        { at: Math.max(at, lastLogin) },
        login,
      ]
    })
  }
}

/** In the form of argon2id and the hash of nothing: nobody logs in with it. */
function passwordHash(seed: number, index: number): string {
  const random = randomOf(seedOf(seed, 3, index))
  const letters = (count: number) => Array.from({ length: count }, () => random.pick(base64)).join('')
  return `$argon2id$v=19$m=65536,t=3,p=4$${letters(22)}$${letters(43)}`
}

const base64 = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/']

const welcomeCredits = 10
const hourMs = 3_600_000

/** Those whose moment has come sign up; most take the welcome bonus, and a few close their account again. */
export function signUp(story: Story, at: number): void {
  const { ledger, random, size } = story
  while (story.signedUp < size.users && signUpMoment(story, story.signedUp) <= at) {
    const user = story.signedUp++
    const moment = signUpMoment(story, user)
    if (random.chance(0.7))
      ledger.move({ user, type: 'bonus', amount: welcomeCredits, at: moment, reference: 'welcome' })
    if (standingOf(user) === 'deleted') closeAccount(story, user, Math.min(moment + hourMs, story.until))
  }
}

function closeAccount(story: Story, user: number, at: number): void {
  const balance = story.ledger.balances[user]!
  if (balance > 0)
    story.ledger.move({ user, type: 'adjust', amount: -balance, at, reference: 'account closed' })
  auditLog(story, { at, user, action: 'account_closed', target: ['user', user + 1] })
}

/** Somebody who has an account and uses it; early users more than late ones. */
export function someUser(story: Story): number | undefined {
  const user = Math.floor(story.signedUp * story.random.next() ** 1.7)
  return user < story.signedUp && standingOf(user) !== 'deleted' ? user : undefined
}

export function logIn(story: Story, at: number): void {
  const user = someUser(story)
  if (user === undefined) return
  story.lastLogin[user] = at
  auditLog(story, { at, user, action: 'login', target: undefined })
}
