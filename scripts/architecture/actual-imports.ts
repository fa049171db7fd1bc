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

/** Source files, each with the unit of the table it belongs to; undefined when it belongs to none. */
export function sourceFiles(rules: readonly ImportRule[]): { file: string; unit: string | undefined }[] {
  const files = [...filesUnder('engine/src'), ...filesUnder('backend')]
  return files
    .filter((file) => isProgram(file) && !isForTests(file))
    .map((file) => ({ file, unit: unitOf(file, rules) }))
}

export function actualImports(rules: readonly ImportRule[]): ActualImports[] {
  const actual = new Map<string, ActualImports>()
  for (const { file, unit } of sourceFiles(rules)) {
    if (unit === undefined) continue
    const imports = actual.get(unit) ?? { unit, units: new Map(), packages: new Map() }
    actual.set(unit, imports)
    for (const line of importLines(file, contentOf(file))) record(line, file, imports, rules)
  }
  return [...actual.values()]
}

function record(line: ImportLine, file: string, imports: ActualImports, rules: readonly ImportRule[]): void {
  if (line.target.endsWith('.json')) return
  const target = line.isLocal ? (unitOf(line.target, rules) ?? line.target) : line.target
  if (target === imports.unit) return
  const known = line.isLocal ? imports.units : imports.packages
  if (!known.has(target) || (known.get(target)?.typesOnly && !line.typesOnly))
    known.set(target, { typesOnly: line.typesOnly, file })
}

/** In the engine the folder under src; elsewhere the row whose path the file is or lies under. */
function unitOf(file: string, rules: readonly ImportRule[]): string | undefined {
  const name = file.startsWith('engine/src/') ? folderOf(file, 'engine/src') : undefined
  return rules.find(({ unit }) => (name ? unit === name : file === unit || file.startsWith(`${unit}/`)))?.unit
}
