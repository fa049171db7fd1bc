import type { Catalog } from '../catalog/catalog.ts'
import { kindOf, nameOf, partId, pathOf } from '../catalog/identify.ts'
import type { ObjectId } from '../catalog/object.ts'
import type { Decision } from '../decide/decision.ts'
import type { Rename } from '../decide/renames.ts'
import type { RenameRecord } from '../journal/read-undone.ts'
import { currentName } from '../plan-file/current-name.ts'

/**
 * What became of an object's name in runs, one after the other.
 * @param runs the renames of each run, each in the names that were before it
 */
export function nameAfter(id: ObjectId, runs: readonly (readonly RenameRecord[])[]): ObjectId {
  return runs.reduce((current, renames) => currentName(current, renames.filter(isOfObject) as Rename[]), id)
}

/** Decisions that give the objects of now the names that they had before these runs. */
export function renamesBack(
  runs: readonly (readonly RenameRecord[])[],
  before: Catalog,
  now: Catalog,
): Decision[] {
  const decisions = new Map<ObjectId, Decision>()
  for (const [i, renames] of runs.entries())
    for (const { object, from, to } of renames) {
      const later = runs.slice(i + 1)
      const own = currentName(object, renames.filter(isOfObject) as Rename[])
      if (!isOfObject({ object, from, to })) {
        const type = nameAfter(own, later)
        const label = partId('enum-value', type, to)
        if (now.objects.has(type)) decisions.set(label, { kind: 'rename', path: pathOf(label), name: from })
        continue
      }
      const current = nameAfter(own, later)
      const origin = [...before.objects.keys()].find(
        (id) => kindOf(id) === kindOf(object) && nameAfter(id, runs) === current,
      )
      if (origin !== undefined && now.objects.has(current) && nameOf(origin) !== nameOf(current))
        decisions.set(current, { kind: 'rename', path: current, name: nameOf(origin) })
    }
  return [...decisions.values()]
}

/** The others are of labels of an enum. */
export function isOfObject({ object, from }: RenameRecord): boolean {
  return nameOf(object) === from
}
