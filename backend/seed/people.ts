import { randomOf, seedOf } from './random.ts'
import { nicknameWords } from './words.ts'

export type Locale = keyof typeof nicknameWords
export type Role = 'buyer' | 'influencer' | 'admin'

/** What is known of the user with an index before anything happens; the id is the index and one. */
export interface Person {
  readonly role: Role
  readonly locale: Locale
  readonly nickname: string
  readonly email: string
  readonly standing: 'active' | 'suspended' | 'deleted'
}

/** The first users run the platform. */
export const adminCount = 3

export function roleOf(index: number): Role {
  if (index < adminCount) return 'admin'
  return index % 40 === adminCount ? 'influencer' : 'buyer'
}

/** Closed accounts belong to buyers; nobody looks at one again. */
export function standingOf(index: number): Person['standing'] {
  if (roleOf(index) !== 'buyer') return 'active'
  if (index % 211 === 19) return 'deleted'
  return index % 97 === 31 ? 'suspended' : 'active'
}

export function personOf(seed: number, index: number): Person {
  const random = randomOf(seedOf(seed, 1, index))
  const draw = random.next()
  const locale = draw < 0.55 ? 'ko' : draw < 0.9 ? 'en' : 'ja'
  const standing = standingOf(index)
  const known = { role: roleOf(index), locale, standing } as const
  const number = index.toString(36)
  // as closing an account leaves it: the row stays, the person is gone
  if (standing === 'deleted')
    return { ...known, nickname: `deleted-${index + 1}`, email: `deleted-${index + 1}` }
  const { qualities, creatures } = nicknameWords[locale]
  const english = `${random.pick(nicknameWords.en.qualities)}.${random.pick(nicknameWords.en.creatures)}`
  const domain = random.pick(['gmail.com', 'naver.com', 'daum.net', 'outlook.com', 'icloud.com'])
  return {
    ...known,
    nickname: `${random.pick(qualities)}${random.pick(creatures)}${number}`,
    // reserved by RFC 2606: no mail ever leaves for a seeded market
    email: `${english}.${number}@${domain}.example`,
  }
}
