import type { ActualImports, Evidence } from './actual-imports.ts'
import type { ImportRule } from './import-table.ts'

/** Where table and code disagree, as sentences: what the table forbids, and what it says and nobody does. */
export function compareWithTable(rules: readonly ImportRule[], imports: readonly ActualImports[]): string[] {
  const withoutRow = imports.filter(({ unit }) => !rules.some((rule) => rule.unit === unit))
  const withRow = rules.flatMap((rule) => {
    const actual = imports.find(({ unit }) => unit === rule.unit)
    if (!actual) return [`${rule.unit} does not exist: remove its row`]
    return [
      ...disagreements(rule.unit, rule.units, actual.units),
      ...disagreements(rule.unit, rule.packages, actual.packages),
    ]
  })
  return [...withRow, ...withoutRow.map((actual) => `${actual.unit} has no row; as it is: ${rowOf(actual)}`)]
}

function disagreements(
  unit: string,
  allowed: ReadonlyMap<string, boolean>,
  actual: ReadonlyMap<string, Evidence>,
): string[] {
  const entryFor = (target: string) => [...allowed.keys()].find((entry) => covers(entry, target))
  const forbidden = [...actual].flatMap(([target, { typesOnly, file }]) => {
    const entry = entryFor(target)
    if (entry === undefined) return [`${unit} may not import ${target}: ${file}`]
    return allowed.get(entry) && !typesOnly ? [`${unit} may import types alone of ${target}: ${file}`] : []
  })
  const stale = [...allowed].flatMap(([entry, typesOnly]) => {
    const used = [...actual].filter(([target]) => entryFor(target) === entry)
    if (used.length === 0) return [`${unit} does not import ${entry}: remove it from the table`]
    const needsValues = used.some(([, evidence]) => !evidence.typesOnly)
    return typesOnly || needsValues ? [] : [`${unit} imports types alone of ${entry}: say so in the table`]
  })
  return [...forbidden, ...stale]
}

/** `drizzle-orm*` covers whatever begins so; an entry without a star is the very name. */
function covers(entry: string, target: string): boolean {
  return entry.endsWith('*') ? target.startsWith(entry.slice(0, -1)) : entry === target
}

function rowOf({ unit, units, packages }: ActualImports): string {
  const cell = (targets: ReadonlyMap<string, Evidence>) =>
    [...targets]
      .map(([target, { typesOnly }]) => `\`${target}\`${typesOnly ? ' (types)' : ''}`)
      .sort()
      .join(', ')
  return `| \`${unit}\` | … | ${cell(units)} | ${cell(packages)} |`
}
