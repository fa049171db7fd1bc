import type { Catalog } from '../catalog/catalog.ts'
import { nameOf, partId, pathOf } from '../catalog/identify.ts'
import type { Decision } from '../decide/decision.ts'
import { decidedRenames } from '../decide/renames.ts'
import type { RenameRecord } from '../journal/read-undone.ts'
import type { ChosenRuns } from './chosen-runs.ts'
import { leftHalfWay } from './left-half-way.ts'
import { isOfObject, nameAfter } from './renames-back.ts'
import { withNewNames } from './with-new-names.ts'

export interface LastPictures {
  readonly runs: ChosenRuns
  /** Before all of them, in the names of now. */
  readonly origin: Catalog
  /** After the last that has told; undefined where none has. */
  readonly after: Catalog | undefined
  readonly now: Catalog
}

/** What the runs left, in the names of now. */
export async function lastPicture(
  { runs: { since, told }, origin, after, now }: LastPictures,
  cache: string,
): Promise<Catalog> {
  const untold = since.filter(({ id }) => told === undefined || id > told)
  const renames = untold.map((run) => run.renames)
  const picture = after ? await renamed(after, renames, cache) : origin
  if (untold.length === 0) return picture
  const targets = untold.flatMap((run, i) => run.targets.map((id) => nameAfter(id, renames.slice(i))))
  return leftHalfWay(picture, now, new Set(targets))
}

async function renamed(
  catalog: Catalog,
  runs: readonly (readonly RenameRecord[])[],
  cache: string,
): Promise<Catalog> {
  let named = catalog
  for (const renames of runs) {
    const decisions = renames.flatMap((each) => asDecision(each, renames, named))
    named = await withNewNames(named, decidedRenames(decisions, named), cache)
  }
  return named
}

/** A name that something had only meanwhile is none of them. */
function asDecision(rename: RenameRecord, renames: readonly RenameRecord[], before: Catalog): Decision[] {
  const { object, from, to } = rename
  if (!isOfObject(rename))
    return [{ kind: 'rename', path: pathOf(partId('enum-value', object, from)), name: to }]
  if (!before.objects.has(object)) return []
  return [{ kind: 'rename', path: pathOf(object), name: nameOf(nameAfter(object, [renames])) }]
}
