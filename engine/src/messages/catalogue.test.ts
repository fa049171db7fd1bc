import { describe, expect, test } from 'vitest'
import type { ErrorCode } from '../errors/trueup-error.ts'
import type { Problem } from '../settings/setting-problem.ts'
import { chooseLanguage } from './catalogue.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'
import { samples } from './samples.ts'

/** Words that are PostgreSQL's own, names alone, and lines where a sign says enough in Korean. */
const withoutHangul = [
  'attributes.identity',
  'attributes.notNull',
  'doctor.found',
  'doctor.privilegesHeld',
  'errors.DATABASE-REFUSED.detail',
  'errors.DOCTOR-FOREIGN-TABLES.detail',
  'errors.DOCTOR-TABLES-MISSING.detail',
  'errors.REHEARSAL-LOCK.detail',
  'errors.SOURCE-STATEMENT.message',
  'plan.openUndo', // its words are looked up
  'runs.runTimes',
  'runs.stepCount',
]

const english = texts(en)
const korean = texts(ko)

describe('every text in two languages', () => {
  test('has its counterpart', () => {
    expect(Object.keys(korean).sort()).toEqual(Object.keys(english).sort())
  })

  test('is written in Hangul where the English one has words', () => {
    const wanting = Object.keys(english).filter((name) => hasWords(english[name]) && !hasHangul(korean[name]))
    expect(wanting.sort()).toEqual(withoutHangul)
  })

  test('English is free of Hangul', () => {
    expect(Object.keys(english).filter((name) => hasHangul(english[name]))).toEqual([])
  })

  test('no parameter is lost on the way', () => {
    const lost = [...Object.entries(english), ...Object.entries(korean)].filter(([, text]) =>
      /undefined|\[object/.test(text ?? ''),
    )
    // the second speaks of the value undefined; the others look words up by a kind
    expect([...new Set(lost.map(([name]) => name))].sort()).toEqual([
      'ask.undo',
      'errors.MODELS-DEFINITION-FAILED.hint',
      'plan.openUndo',
      'runs.lockAlive',
    ])
  })

  test.each(['loss', 'changed', 'taken', 'secret', 'baseless', 'unkept'] as const)(
    'an undo asks about: %s',
    (about) => {
      const [first, second] = [en, ko].map(({ plan }) => plan.openUndo({ what: 'x', about }))
      expect(hasHangul(first)).toBe(false)
      expect(hasHangul(second)).toBe(true)
    },
  )

  test.each(Object.values(allProblems()))('the setting problem $kind', (problem) => {
    const parameters = { problems: [settingProblem(problem)] }
    const [first, second] = [en, ko].map((texts) => texts.errors['SETTINGS-INVALID'].message(parameters))
    expect(hasHangul(first)).toBe(false)
    expect(hasHangul(second)).toBe(true)
  })
})

/** PostgreSQL's error style guide (manual, 56.3). */
describe('the form of errors', () => {
  const named = (part: string) =>
    Object.entries(english).filter(
      ([name, text]) => name.startsWith('errors.') && name.endsWith(part) && hasWords(text),
    )

  test('a message is one line without a full stop', () => {
    expect(named('.message').filter(([, text]) => text?.includes('\n') || /[.!]$/.test(text ?? ''))).toEqual(
      [],
    )
  })

  test('a hint is made of whole sentences', () => {
    const sentence = /^(\p{Lu}|--|\w+_).*[.)`;…]$/su
    expect(named('.hint').filter(([, text]) => !sentence.test(text ?? ''))).toEqual([])
  })
})

describe('the language of a run', () => {
  test.each([
    [undefined, {}, 'en'],
    ['ko', { TRUEUP_LANG: 'en' }, 'ko'],
    [undefined, { TRUEUP_LANG: 'ko', LC_ALL: 'en_US.UTF-8' }, 'ko'],
    [undefined, { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' }, 'en'],
    [undefined, { LC_ALL: '', LANG: 'ko_KR.UTF-8' }, 'ko'],
    [undefined, { LANG: 'fr_FR.UTF-8' }, 'en'],
    ['fr', { LANG: 'ko_KR.UTF-8' }, 'ko'],
  ] as const)('flag %s, environment %o: %s', (flag, environment, expected) => {
    expect(chooseLanguage(flag, environment)).toBe(expected)
  })
})

/** All texts of a catalogue, by their path, with parameters filled in; undefined where a text has nothing to say. */
function texts(catalogue: object, path: readonly string[] = []): Record<string, string | undefined> {
  const entries = Object.entries(catalogue).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[[...path, name].join('.'), value]]
    if (typeof value !== 'function') return Object.entries(texts(value, [...path, name]))
    const given = samples[path.at(-1) as ErrorCode] ?? anything()
    const text: unknown = value(given)
    return [[[...path, name].join('.'), text === undefined ? undefined : String(text)]]
  })
  return Object.fromEntries(entries)
}

/** Answers every question: the text `x`, a list of one such thing, and a record of them. */
function anything(): unknown {
  const list: readonly unknown[] = [undefined]
  return new Proxy(list, {
    get(_, name) {
      if (name === '0') return anything()
      if (name === Symbol.toPrimitive || name === 'toString' || name === 'toJSON') return () => 'x'
      if (name in list) return Reflect.get(list, name)
      if (name in String.prototype) return () => 'x'
      return typeof name === 'symbol' ? undefined : anything()
    },
  })
}

/** Words of its own, not only those of its parameters. */
function hasWords(text: string | undefined): boolean {
  return /\p{Letter}/u.test(text?.replace(/\bx\b/g, '') ?? '')
}

function hasHangul(text: string | undefined): boolean {
  return /\p{Script=Hangul}/u.test(text ?? '')
}

function settingProblem(problem: Problem) {
  return { variable: 'DATABASE_URL', origin: '.env', problem }
}

function allProblems(): { readonly [Kind in Problem['kind']]: Extract<Problem, { kind: Kind }> } {
  return {
    missing: { kind: 'missing', environment: 'production' },
    'not-a-whole-number': { kind: 'not-a-whole-number', least: 1, most: 9 },
    'not-one-of': { kind: 'not-one-of', legal: ['a', 'b'] },
    'not-a-database': { kind: 'not-a-database' },
    'url-scheme': { kind: 'url-scheme' },
    'url-unreadable': { kind: 'url-unreadable' },
    'url-ambiguous': { kind: 'url-ambiguous' },
    'url-percent': { kind: 'url-percent', part: 'password' },
    'url-several-hosts': { kind: 'url-several-hosts' },
    'url-host': { kind: 'url-host' },
    'url-port': { kind: 'url-port' },
    'url-parameter-unknown': { kind: 'url-parameter-unknown', name: 'x', similar: 'y' },
    'url-parameter-unsupported': { kind: 'url-parameter-unsupported', name: 'x' },
    'url-parameter-value': { kind: 'url-parameter-value', name: 'x', legal: 'a, b' },
    'url-parameter-needs': { kind: 'url-parameter-needs', name: 'x', needs: 'y' },
  }
}
