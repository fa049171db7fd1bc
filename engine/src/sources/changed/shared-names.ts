import type { CatalogObject } from '../../catalog/catalog.ts'

type Objects = readonly CatalogObject[]

/**
 * Whether names of the rest and of what comes or goes depend on each other: names that PostgreSQL chooses avoid what
 * is taken, by a number at their end, and what a bare name means depends on who else has it.
 */
export function mayShareNames(gone: Objects, come: Objects, rest: Objects): boolean {
  const [before, after, staying] = [gone, come, rest].map(readNames) as [Names, Names, Names]
  const changing = [...before.all].filter((name) => !after.all.has(name))
  changing.push(...[...after.all].filter((name) => !before.all.has(name)))
  const makesRoom = (names: Names, others: Names) => [...names.yielding].some((name) => others.all.has(name))
  return (
    changing.some((name) => staying.all.has(name)) ||
    [before, after].some((each) => makesRoom(each, staying) || makesRoom(staying, each))
  )
}

interface Names {
  readonly all: ReadonlySet<string>
  /** What names would be without their numbers, had they been chosen. */
  readonly yielding: ReadonlySet<string>
}

function readNames(objects: Objects): Names {
  const [all, yielding] = [new Set<string>(), new Set<string>()]
  for (const object of objects) {
    const name = sharedName(object)
    if (name === undefined) continue
    all.add(name)
    const number = chosenKinds.has(object.kind) ? (/[1-9]\d?$/.exec(name)?.[0] ?? '') : ''
    for (let length = 1; length <= number.length; length++) yielding.add(name.slice(0, -length))
  }
  return { all, yielding }
}

/** Kinds whose names may be left to PostgreSQL; a column's is that of its NOT NULL. */
const chosenKinds: ReadonlySet<CatalogObject['kind']> = new Set([
  'column',
  'constraint',
  'index',
  'sequence',
  'statistics',
])

/** The name that others of the schema may not have, or may be mistaken for; none where it means something to its table only. */
function sharedName(object: CatalogObject): string | undefined {
  switch (object.kind) {
    case 'column':
      return object.facts.notNullConstraint ?? undefined
    case 'default':
    case 'trigger':
    case 'trigger-state':
    case 'policy':
    case 'rule':
    case 'schema':
      return undefined
    default:
      return object.name
  }
}
