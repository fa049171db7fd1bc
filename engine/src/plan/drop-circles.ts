import type { CatalogObject } from '../catalog/catalog.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'

/**
 * Parts that must go by themselves before the tables they belong to, because these would wait for each other: two
 * tables whose foreign keys refer to each other, a parent with a rule that writes to its child, a table with a check
 * that calls a function of its rows.
 * @param carriers with what each of the objects that go is dropped
 */
export function partsInCircles(
  carriers: ReadonlyMap<ObjectId, ObjectId | undefined>,
  from: CatalogIndex,
): ReadonlySet<ObjectId> {
  const unitOf = (id: ObjectId): ObjectId => {
    const carrier = carriers.get(id)
    return carrier === undefined ? id : unitOf(carrier)
  }
  const units = new Map<ObjectId, Set<ObjectId>>()
  for (const id of carriers.keys()) {
    const unit = unitOf(id)
    const others = units.get(unit) ?? new Set()
    for (const need of from.get(id)?.needs ?? [])
      if (carriers.has(need) && unitOf(need) !== unit) others.add(unitOf(need))
    units.set(unit, others)
  }
  const circle = circles(units)
  const closes = (part: CatalogObject) => {
    const own = circle.get(unitOf(part.id))
    return part.needs.some((need) => {
      const isOther = carriers.has(need) && unitOf(need) !== unitOf(part.id)
      return isOther && circle.get(unitOf(need)) === own
    })
  }
  return new Set(
    [...carriers].flatMap(([id, carrier]) => {
      const part = from.get(id)
      return carrier !== undefined && part && goesAlone(part) && closes(part) ? [id] : []
    }),
  )
}

function goesAlone(part: CatalogObject): boolean {
  switch (part.kind) {
    case 'constraint': {
      const { type, attachedTo, inherited } = part.attributes
      return (type === 'foreign-key' || type === 'check') && !attachedTo && !inherited
    }
    case 'index':
      return !part.attributes.attachedTo
    case 'default':
    case 'policy':
    case 'rule':
    case 'statistics':
    case 'trigger':
      return true
    default:
      return false
  }
}

/** Which nodes reach each other: each with the name of its circle (Tarjan's algorithm, without recursion). */
function circles(edges: ReadonlyMap<ObjectId, ReadonlySet<ObjectId>>): ReadonlyMap<ObjectId, ObjectId> {
  const circle = new Map<ObjectId, ObjectId>()
  const number = new Map<ObjectId, number>()
  const low = new Map<ObjectId, number>()
  const path: ObjectId[] = []
  const open: { readonly node: ObjectId; readonly rest: Iterator<ObjectId> }[] = []
  const enter = (node: ObjectId) => {
    number.set(node, number.size)
    low.set(node, number.get(node)!)
    path.push(node)
    open.push({ node, rest: edges.get(node)![Symbol.iterator]() })
  }
  const lower = (node: ObjectId, to: number) => low.set(node, Math.min(low.get(node)!, to))
  for (const start of edges.keys()) {
    if (!number.has(start)) enter(start)
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const { node, rest } = top
      const next = rest.next()
      if (!next.done) {
        if (!number.has(next.value)) enter(next.value)
        else if (!circle.has(next.value)) lower(node, number.get(next.value)!)
        continue
      }
      open.pop()
      const above = open.at(-1)
      if (above) lower(above.node, low.get(node)!)
      if (low.get(node) !== number.get(node)) continue
      for (const member of path.splice(path.lastIndexOf(node))) circle.set(member, node)
    }
  }
  return circle
}
