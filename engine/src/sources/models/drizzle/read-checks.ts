import type { Exclusion } from '../../../models/extend.ts'
import type { ConstraintModel } from '../model.ts'
import { present } from '../present.ts'
import { fragmentOfTable } from './fragment.ts'
import type { TableConfig } from './table-config.ts'
import type { TableReading } from './table-reading.ts'

export function readChecks(config: TableConfig, reading: TableReading): ConstraintModel[] {
  return config.checks.map((check) => {
    const { noInherit = false, notValid = false, comment } = reading.constraints.of(check.name, 'check')
    const expression = fragmentOfTable(check.value, reading.origin, reading)
    return { kind: 'check', name: check.name, expression, noInherit, notValid, ...present({ comment }) }
  })
}

export function readExclusions(exclusions: readonly Exclusion[], reading: TableReading): ConstraintModel[] {
  return exclusions.map(({ name, using, elements, where, deferrable, comment }) => ({
    kind: 'exclusion',
    name,
    using,
    elements: fragmentOfTable(elements, reading.extrasOrigin, reading),
    ...present({
      where: where === undefined ? undefined : fragmentOfTable(where, reading.extrasOrigin, reading),
      deferrable,
      comment,
    }),
  }))
}
