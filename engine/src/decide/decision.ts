import { TrueupError } from '../errors/trueup-error.ts'

/** What a person has agreed to, object by object. The same data, whether typed, kept in a file, or answered. */
export type Decision =
  /** This very object may go, with what it holds. */
  | { readonly kind: 'drop'; readonly path: string }
  /** Everything this plan drops may go, and nothing was renamed: for databases that can be thrown away. */
  | { readonly kind: 'drops' }
  | { readonly kind: 'rename'; readonly path: string; readonly name: string }
  /** SQL expression for the rows that are already there, when a new column must not be null. */
  | { readonly kind: 'backfill'; readonly path: string; readonly expression: string }
  /** SQL expression that makes the new value of a retyped column from the old row. */
  | { readonly kind: 'using'; readonly path: string; readonly expression: string }
  /** An undo puts this object back although it was changed since, or leaves it as it is now. The path is an id. */
  | { readonly kind: 'undo' | 'keep'; readonly path: string }

/**
 * `drop:public.users.age`, `rename:public.users.nick=nickname`, `backfill:public.users.age=0`,
 * `using:public.users.age=length(age)`, `undo:table:public.users`, `keep:table:public.users`, `drops`.
 */
export function parseDecision(text: string): Decision {
  const words = text.trim()
  if (words === 'drops') return { kind: 'drops' }
  const [, kind = '', rest = ''] = /^([a-z]+):(.+)$/s.exec(words) ?? []
  if ((kind === 'drop' || kind === 'undo' || kind === 'keep') && rest) return { kind, path: rest }
  const equals = assignment(rest)
  if (equals > 0) {
    const path = rest.slice(0, equals).trim()
    const value = rest.slice(equals + 1).trim()
    if (value !== '') {
      if (kind === 'rename') return { kind, path, name: unquoted(value) }
      if (kind === 'backfill' || kind === 'using') return { kind, path, expression: value }
    }
  }
  throw new TrueupError('DECISION-FORM', { text: words })
}

/**
 * A decisions file: one decision a line, blank lines and lines that begin with # passed over; or JSON, a list of
 * decisions, or `{ "decisions": […] }`.
 */
export function parseDecisions(file: string): Decision[] {
  if (/^\s*[[{]/.test(file)) return listed(JSON.parse(file)).map(parseDecision)
  return file
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseDecision)
}

/** @throws SyntaxError for another shape, as JSON.parse does for another language. */
function listed(value: { readonly decisions?: unknown }): readonly string[] {
  const list = Array.isArray(value) ? value : value.decisions
  if (Array.isArray(list) && list.every((each) => typeof each === 'string')) return list
  throw new SyntaxError('not a list of decisions')
}

export function decisionText(decision: Decision): string {
  switch (decision.kind) {
    case 'drops':
      return 'drops'
    case 'drop':
    case 'undo':
    case 'keep':
      return `${decision.kind}:${decision.path}`
    case 'rename':
      return `rename:${decision.path}=${decision.name}`
    case 'backfill':
    case 'using':
      return `${decision.kind}:${decision.path}=${decision.expression}`
  }
}

/** The first `=` outside double quotes. */
function assignment(text: string): number {
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted
    else if (text[i] === '=' && !quoted) return i
  }
  return -1
}

function unquoted(name: string): string {
  return name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name
}
