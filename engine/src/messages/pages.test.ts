import { expect, test } from 'vitest'
import { pages as english } from './en/pages.ts'
import { en } from './en.ts'
import { pages as korean } from './ko/pages.ts'
import { samples } from './samples.ts'

const codes = Object.keys(en.errors).sort()

test('every error has a page, in both languages, and no page is about nothing', () => {
  expect(Object.keys(english.errors).sort()).toEqual(codes)
  expect(Object.keys(korean.errors).sort()).toEqual(codes)
})

test('every error that has facts has some for its page', () => {
  const needed = Object.entries(en.errors).filter(([, { message }]) => message.length > 0)
  expect(needed.map(([code]) => code).filter((code) => !(code in samples))).toEqual([])
})

test('pages are in their own language', () => {
  const wrong = codes.filter((code) => {
    const [one, other] = [english, korean].map(({ errors }) =>
      JSON.stringify(errors[code as keyof typeof errors]),
    )
    const hangul = /\p{Script=Hangul}/u
    return hangul.test(one ?? '') || !hangul.test(other ?? '')
  })
  expect(wrong).toEqual([])
})
