import type { HazardCode } from '../plan/hazards/codes.ts'
import type { Messages } from './catalogue.ts'

/** What a page says beyond the message itself. Markdown; several texts are paragraphs of `why`, points of `fix`. */
export interface Page {
  /** What has happened, and what it comes from. */
  readonly why: string | readonly string[]
  /** What to do, beyond the hint of the message. */
  readonly fix: string | readonly string[]
}

/** A hazard has no message of its own, so its page says what it is, too. */
export interface HazardPage extends Page {
  /** One sentence. */
  readonly title: string
  /** SQL with the safe way, or the whole of a plan that shows it. */
  readonly example?: string
}

/** Every page in one language; loaded only when one is asked for. Each code has one: a test holds the errors to it. */
export interface Pages {
  readonly errors: { readonly [Code in keyof Messages['errors']]?: Page }
  readonly hazards: { readonly [Code in HazardCode]: HazardPage }
}
