/** Collects the names that a module uses from packages, and writes its import lines. */
export interface ModuleImports {
  /** Gives the name back. */
  use(from: string, name: string): string
  useType(from: string, name: string): string
  /** Sorted by package and by name, as Biome sorts them. */
  lines(): string[]
}

const width = 110

export function moduleImports(): ModuleImports {
  const used = new Map<string, Map<string, boolean>>()
  const note = (from: string, name: string, isType: boolean) => {
    const names = used.get(from) ?? new Map<string, boolean>()
    used.set(from, names.set(name, isType && names.get(name) !== false))
    return name
  }
  return {
    use: (from, name) => note(from, name, false),
    useType: (from, name) => note(from, name, true),
    lines: () =>
      [...used].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([from, names]) => importLine(from, names)),
  }
}

function importLine(from: string, names: ReadonlyMap<string, boolean>): string {
  const sorted = [...names].toSorted(([a], [b]) => compare(a, b))
  const areTypes = sorted.every(([, isType]) => isType)
  const list = sorted.map(([name, isType]) => (isType && !areTypes ? `type ${name}` : name))
  const start = areTypes ? 'import type' : 'import'
  const line = `${start} { ${list.join(', ')} } from '${from}'`
  if (line.length <= width) return line
  return `${start} {\n${list.map((name) => `  ${name},\n`).join('')}} from '${from}'`
}

/** Letter by letter, without case where they differ in more; capitals before small letters where not. */
function compare(a: string, b: string): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [first, second] = [a[i] ?? '', b[i] ?? '']
    if (first === second) continue
    const [plainFirst, plainSecond] = [first.toLowerCase(), second.toLowerCase()]
    return plainFirst === plainSecond ? (first < second ? -1 : 1) : plainFirst < plainSecond ? -1 : 1
  }
  return a.length - b.length
}
