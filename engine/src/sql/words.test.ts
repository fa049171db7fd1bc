import { expect, test } from 'vitest'
import { wordsOf } from './words.ts'

test('finds names in any spelling', () => {
  const words = wordsOf('SELECT Head(u."Full ""Nick""") FROM public.users AS u -- 6" wide, größe_2')
  for (const name of ['head', 'Head', 'Full "Nick"', 'users', 'größe_2']) expect(words).toContain(name)
})
