import { tableRows } from '../documents/markdown.ts'

/** One row of "Who may import whom" in ARCHITECTURE.md. */
export interface ImportRule {
  readonly unit: string
  /** Units, and packages with `*` for the rest of a name; true where types alone may be imported. */
  readonly units: ReadonlyMap<string, boolean>
  readonly packages: ReadonlyMap<string, boolean>
}

export function importRules(architecture: string): ImportRule[] {
  return tableRows(architecture, 'Who may import whom').map(([unit = '', , units = '', packages = '']) => ({
    unit: unit.replaceAll('`', ''),
    units: names(units),
    packages: names(packages),
  }))
}

/** `a`, `b` (types) */
function names(cell: string): ReadonlyMap<string, boolean> {
  return new Map(
    [...cell.matchAll(/`([^`]+)`( \(types\))?/g)].map(([, name = '', types]) => [name, Boolean(types)]),
  )
}

/** Circles that are known and still to be mended: lines `- \`a\` ↔ \`b\`: why`. */
export function knownCircles(architecture: string): string[] {
  const lines = [...architecture.matchAll(/^- (`[^`]+`(?: ↔ `[^`]+`)+):/gm)]
  return lines.map(([, circle = '']) => circle.replaceAll('`', '')).sort()
}

/** Folders of the sentence that begins "The pure folders". */
export function pureFolders(architecture: string): string[] {
  const list = /\*\*The pure folders\*\* \(([^)]*)\)/.exec(architecture)?.[1] ?? ''
  return [...list.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
}
