import { unreachable } from '../../assert/unreachable.ts'

/** A piece of TypeScript whose layout is still open. */
export type Code =
  /** As it stands; may hold line breaks inside a template. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly open: boolean }
  | { readonly kind: 'array'; readonly items: readonly Code[] }
  | { readonly kind: 'arrow'; readonly head: string; readonly body: Code }
  | { readonly kind: 'chain'; readonly head: string; readonly links: readonly Link[] }

/** The key as it is written: in quotes where it needs them. */
export type Entry = readonly [key: string, value: Code]

/** `name(arguments)`; the first link of a chain without a head has no dot before it. */
export interface Link {
  readonly name: string
  readonly arguments: readonly Code[]
}

export function text(words: string): Code {
  return { kind: 'text', text: words }
}

/** An object on one line where it fits. */
export function object(entries: readonly Entry[]): Code {
  return { kind: 'object', entries, open: false }
}

/** An object with a line for each entry. */
export function openObject(entries: readonly Entry[]): Code {
  return { kind: 'object', entries, open: entries.length > 0 }
}

export function array(items: readonly Code[]): Code {
  return { kind: 'array', items }
}

/** `head => body`. */
export function arrow(head: string, body: Code): Code {
  return { kind: 'arrow', head, body }
}

/** `first(…).second(…)`. */
export function chain(...links: readonly Link[]): Code {
  return { kind: 'chain', head: '', links }
}

/** `head.first(…).second(…)`. */
export function chainOf(head: string, ...links: readonly Link[]): Code {
  return { kind: 'chain', head, links }
}

export function link(name: string, ...parts: readonly Code[]): Link {
  return { name, arguments: parts }
}

export function call(name: string, ...parts: readonly Code[]): Code {
  return chain(link(name, ...parts))
}

/** Does the code name `of` itself, as in `of.id`? */
export function mentions(code: Code, of: string): boolean {
  const isIn = (words: string) => words === of || words.startsWith(`${of}.`) || words.startsWith(`${of}[`)
  switch (code.kind) {
    case 'text':
      return isIn(code.text)
    case 'object':
      return code.entries.some(([, value]) => mentions(value, of))
    case 'array':
      return code.items.some((item) => mentions(item, of))
    case 'arrow':
      return mentions(code.body, of)
    case 'chain':
      return isIn(code.head) || code.links.some((each) => each.arguments.some((part) => mentions(part, of)))
    default:
      return unreachable(code)
  }
}
