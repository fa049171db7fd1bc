import type { CatalogObject } from '../../catalog/catalog.ts'
import { attributesGone } from './attributes-gone.ts'
import type { Finding, HazardRule, StepFacts } from './hazard.ts'

/** A table, a column or a sequence goes with what it holds, an attribute with what columns hold in it. */
export const dataLoss: HazardRule = {
  code: 'data-loss',
  find: (facts) => [...dropped(facts), ...attributesGone(facts)],
}

function dropped(facts: StepFacts): Finding[] {
  const { step, from, to, usage } = facts
  const object = step.kind.startsWith('drop-') ? from.get(step.target) : undefined
  if (!object || isHandedOn(facts)) return []
  // the rows of a table that is made anew have moved over by then, without columns that it is not to have
  const isAnew = object.kind === 'table' && to.has(object.id)
  const gone = isAnew ? from.partsOfKind(object.id, 'column').filter(({ id }) => !to.has(id)) : [object]
  return gone.filter(holdsSomething).map(({ id }) => {
    const count = usage.lost.get(id)
    return { object: id, ...(count === undefined ? {} : { count }) }
  })
}

/** An identity goes on where this sequence was. */
function isHandedOn({ step, before }: StepFacts): boolean {
  const [, sequence] = /^DROP SEQUENCE (.*)$/s.exec(step.sql) ?? []
  if (sequence === undefined) return false
  return before().some(({ sql }) => sql.startsWith('SELECT setval(') && sql.endsWith(` FROM ${sequence}`))
}

/** Computed values are computed again, and those of foreign tables are elsewhere. */
function holdsSomething(object: CatalogObject): boolean {
  if (object.kind === 'column')
    return object.attributes.generated === null && !object.parent?.startsWith('foreign-table:')
  return object.kind === 'table' || object.kind === 'sequence'
}
