import type { UrlProblem } from '../postgres/url/problem.ts'

/** What is wrong with the value of a setting; the words are in the message catalogue, the value itself is nowhere. */
export type Problem =
  | UrlProblem
  | { readonly kind: 'missing'; readonly environment: string }
  | { readonly kind: 'not-a-whole-number'; readonly least: number; readonly most: number }
  | { readonly kind: 'not-one-of'; readonly legal: readonly string[] }
  | { readonly kind: 'not-a-database' }

export interface SettingProblem {
  /** `DATABASE_URL`, `--database` */
  readonly variable: string
  /** Where its value was found, or should be: `.env.production`, `process environment`, `command line`. */
  readonly origin: string
  readonly problem: Problem
}
