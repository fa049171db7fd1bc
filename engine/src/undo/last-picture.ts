import type { Catalog } from '../catalog/catalog.ts'
import { partId, pathOf } from '../catalog/identify.ts'
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
    const decisions = renames.map((each): Decision => {
      const id = isOfObject(each) ? each.object : partId('enum-value', each.object, each.from)
      return { kind: 'rename', path: pathOf(id), name: each.to }
    })
    named = await withNewNames(named, decidedRenames(decisions, named), cache)
  }
  return named
}
