import type { ImportRule } from './import-table.ts'
import { type ImportLine, importLines } from './imports.ts'
import { contentOf, filesUnder, folderOf, isForTests, isProgram } from './source-files.ts'

/** What one unit of the table really imports: per target, whether types alone, and one file that does. */
export interface ActualImports {
  readonly unit: string
  readonly units: Map<string, Evidence>
  readonly packages: Map<string, Evidence>
}

export interface Evidence {
  readonly typesOnly: boolean
  readonly file: string
}

export function actualImports(rules: readonly ImportRule[]): ActualImports[] {
  const actual = new Map<string, ActualImports>()
  const files = [...filesUnder('engine/src'), ...filesUnder('backend')]
  for (const file of files.filter((path) => isProgram(path) && !isForTests(path))) {
    const unit = unitOf(file, rules)
    const imports = actual.get(unit) ?? { unit, units: new Map(), packages: new Map() }
    actual.set(unit, imports)
    for (const line of importLines(file, contentOf(file))) record(line, imports, file, rules)
  }
  return [...actual.values()]
}

function record(line: ImportLine, imports: ActualImports, file: string, rules: readonly ImportRule[]): void {
  if (line.target.endsWith('.json')) return
  const target = line.isLocal ? unitOf(line.target, rules) : line.target
  if (target === imports.unit) return
  const known = line.isLocal ? imports.units : imports.packages
  if (!known.has(target) || (known.get(target)?.typesOnly && !line.typesOnly))
    known.set(target, { typesOnly: line.typesOnly, file })
}

/** In the engine the folder under src; elsewhere the row whose path the file is or lies under, or the file itself. */
function unitOf(file: string, rules: readonly ImportRule[]): string {
  if (file.startsWith('engine/src/')) return folderOf(file, 'engine/src')
  return rules.find(({ unit }) => file === unit || file.startsWith(`${unit}/`))?.unit ?? file
}
