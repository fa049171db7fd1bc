import { inspect } from 'node:util'

/** Text that must be asked for: console.log, JSON and template strings show only `[secret]`. */
export interface Secret {
  readonly reveal: () => string
}

export function secret(text: string): Secret {
  const shown = { value: () => '[secret]' }
  const holder = Object.defineProperties(
    { reveal: () => text },
    { toString: shown, toJSON: shown, [inspect.custom]: shown },
  )
  return Object.freeze(holder)
}
