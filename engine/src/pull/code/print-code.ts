import { unreachable } from '../../assert/unreachable.ts'
import type { Code, Entry, Link } from './code.ts'

const width = 110

/** Where a piece is put: how deep its further lines are indented, how much of its first line is taken, what follows it. */
interface Place {
  readonly indent: number
  readonly column: number
  /** Letters that must still fit behind its last line: a comma, a closing bracket. */
  readonly after: number
}

/** A statement `start code`, laid out as Biome and Prettier do: on one line where it fits. */
export function printStatement(start: string, code: Code): string {
  return start + print(code, { indent: 0, column: start.length, after: 0 })
}

function print(code: Code, place: Place): string {
  const line = onOneLine(code)
  if (line !== undefined && place.column + line.length + place.after <= width) return line
  switch (code.kind) {
    case 'text':
      return code.text
    case 'object':
      return printObject(code.entries, place)
    case 'array':
      return inLines('[', code.items, ']', place)
    case 'arrow':
      return `${code.head} => ${print(code.body, { ...place, column: place.column + code.head.length + 4 })}`
    case 'chain':
      return printChain(code.head, code.links, place)
    default:
      return unreachable(code)
  }
}

/** undefined where it must be broken: an open object, a template of several lines, a list of records. */
function onOneLine(code: Code): string | undefined {
  switch (code.kind) {
    case 'text':
      return code.text.includes('\n') ? undefined : code.text
    case 'object': {
      if (code.open) return undefined
      const entries = joined(code.entries.map(([key, value]) => prefixed(`${key}: `, onOneLine(value))))
      return entries === '' ? '{}' : entries && `{ ${entries} }`
    }
    case 'array':
      return isListOfRecords(code.items) ? undefined : bracketed('[', joined(code.items.map(onOneLine)), ']')
    case 'arrow':
      return prefixed(`${code.head} => `, onOneLine(code.body))
    case 'chain':
      return isCrowded(code.links) ? undefined : chainOnOneLine(code.head, code.links)
    default:
      return unreachable(code)
  }
}

function isListOfRecords(items: readonly Code[]): boolean {
  return items.length > 1 && items.every((item) => item.kind === 'object' && item.entries.length > 1)
}

function prefixed(prefix: string, line: string | undefined): string | undefined {
  return line === undefined ? undefined : prefix + line
}

function bracketed(open: string, line: string | undefined, close: string): string | undefined {
  return line === undefined ? undefined : open + line + close
}

function joined(lines: readonly (string | undefined)[]): string | undefined {
  return lines.includes(undefined) ? undefined : lines.join(', ')
}

function printObject(entries: readonly Entry[], { indent }: Place): string {
  const inner = indent + 2
  const lines = entries.map(([key, value]) => {
    const start = `${' '.repeat(inner)}${key}: `
    const printed = print(value, { indent: inner, column: start.length, after: 1 })
    const moved = isString(value) && key.length > 2 && start.length + printed.length + 1 > width
    return moved ? `${start.trimEnd()}\n${' '.repeat(inner + 2)}${printed},\n` : `${start}${printed},\n`
  })
  return `{\n${lines.join('')}${' '.repeat(indent)}}`
}

function isString(code: Code): boolean {
  return code.kind === 'text' && /^['"]/.test(code.text)
}

function inLines(open: string, items: readonly Code[], close: string, { indent }: Place): string {
  const inner = indent + 2
  const lines = items.map(
    (item) => `${' '.repeat(inner)}${print(item, { indent: inner, column: inner, after: 1 })},\n`,
  )
  return `${open}\n${lines.join('')}${' '.repeat(indent)}${close}`
}

function chainOnOneLine(head: string, links: readonly Link[]): string | undefined {
  const calls = links.map((each) => bracketed(`${each.name}(`, joined(each.arguments.map(onOneLine)), ')'))
  return calls.includes(undefined) ? undefined : [...(head ? [head] : []), ...calls].join('.')
}

/** Three calls, one of them with more than plain values: such chains are always broken. */
function isCrowded(links: readonly Link[]): boolean {
  return links.length > 2 && links.some((each) => each.arguments.some(isInvolved))
}

function isInvolved(code: Code): boolean {
  if (code.kind === 'arrow') return true
  return code.kind === 'object' && code.entries.some(([, { kind }]) => kind === 'array' || kind === 'object')
}

/** Up to two calls follow each other; more get a line each. */
function printChain(head: string, links: readonly Link[], place: Place): string {
  const own = head === '' ? 0 : 1
  const breaksEarly = links
    .slice(0, -1)
    .some((each) => each.arguments.some((code) => onOneLine(code) === undefined))
  if (links.length > 2 || (own === 1 && links.length > 1 && breaksEarly)) return inSteps(head, links, place)
  let printed = head
  links.forEach((each, i) => {
    const dot = printed === '' ? '' : '.'
    const column = lastColumn(printed, place.column) + dot.length
    const next = links[i + 1]
    // what follows may be broken after its opening bracket
    const after = next ? `.${next.name}(${next.arguments.length > 0 ? '' : ')'}`.length : place.after
    printed += dot + printCall(each, { ...place, column, after })
  })
  return printed
}

function inSteps(head: string, links: readonly Link[], place: Place): string {
  const [first, ...others] = head === '' ? links : [undefined, ...links]
  const start = first ? printCall(first, { ...place, after: 0 }) : head
  const indent = place.indent + 2
  const steps = others.map((each) => {
    const printed = printCall(each!, { indent, column: indent + 1, after: place.after })
    return `\n${' '.repeat(indent)}.${printed}`
  })
  return start + steps.join('')
}

function printCall({ name, arguments: parts }: Link, place: Place): string {
  const line = joined(parts.map(onOneLine))
  if (line !== undefined && place.column + name.length + line.length + 2 + place.after <= width)
    return `${name}(${line})`
  return withLastOpen(name, parts, place) ?? inLines(`${name}(`, parts, ')', place)
}

/** The last argument carries the break where it alone can: `extend(users, {`. */
function withLastOpen(name: string, parts: readonly Code[], place: Place): string | undefined {
  const last = parts.at(-1)
  const others = parts.slice(0, -1)
  if (!last || others.at(-1)?.kind === last.kind) return undefined
  const isTemplate = last.kind === 'text' && last.text.includes('\n')
  if (
    isTemplate ? others.length > 0 : last.kind !== 'object' && last.kind !== 'array' && last.kind !== 'arrow'
  )
    return undefined
  if (last.kind === 'object' && last.entries.length === 0) return undefined
  const before = joined(others.map(onOneLine))
  if (before === undefined) return undefined
  const start = `${name}(${before}${others.length > 0 ? ', ' : ''}`
  const printed = print(last, { ...place, column: width }) // no room left: it must break
  const [firstLine = ''] = printed.split('\n')
  if (place.column + start.length + firstLine.length > width) return undefined
  return `${start}${printed})`
}

function lastColumn(printed: string, column: number): number {
  const end = printed.lastIndexOf('\n')
  return end < 0 ? column + printed.length : printed.length - end - 1
}
