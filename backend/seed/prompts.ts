import type { Locale } from './people.ts'
import { randomOf, seedOf } from './random.ts'
import { promptWords } from './words.ts'

/** What somebody asked for; some say more than others. */
export function promptOf(seed: number, generation: number, locale: Locale): string {
  const random = randomOf(seedOf(seed, 2, generation))
  const [subjects, places, lights, styles] = promptWords[locale]
  const parts = [`${random.pick(subjects)} ${random.pick(places)}`.replace('の ', 'の')]
  if (random.chance(0.8)) parts.push(random.pick(lights))
  if (random.chance(0.7)) parts.push(random.pick(styles))
  if (random.chance(0.15)) parts.push(random.pick(lights), random.pick(styles))
  return parts.join(', ')
}
