import type { ConstraintObject, TableObject } from '../../catalog/relations.ts'
import { checkPart, exclusionPart } from './checks.ts'
import { foreignKeyPart } from './foreign-keys.ts'
import { indexPart } from './indexes.ts'
import { type KeyPart, primaryKeyPart, uniquePart } from './keys.ts'
import { type PartitioningPart, partitioningPart } from './partitioning.ts'
import { policyPart } from './policies.ts'
import { triggerPart } from './triggers.ts'
import type { TablePart, Writing } from './writing.ts'

/** All that hangs on a table and can be said by the models. */
export interface TableParts {
  readonly primaryKeys: readonly KeyPart[]
  readonly foreignKeys: readonly KeyPart[]
  readonly uniques: readonly KeyPart[]
  readonly checks: readonly TablePart[]
  readonly exclusions: readonly NonNullable<ReturnType<typeof exclusionPart>>[]
  readonly indexes: readonly TablePart[]
  readonly policies: readonly TablePart[]
  readonly triggers: readonly NonNullable<ReturnType<typeof triggerPart>>[]
  readonly partitioning: PartitioningPart | undefined
}

export function tableParts(table: TableObject, writing: Writing): TableParts {
  const constraints = writing.index.partsOfKind(table.id, 'constraint')
  const ofType = (type: ConstraintObject['attributes']['type']) =>
    constraints.filter(({ attributes }) => attributes.type === type)
  const partitioning = partitioningPart(table, writing)
  return {
    primaryKeys: ofType('primary-key').flatMap((key) => primaryKeyPart(key, writing) ?? []),
    foreignKeys: oneForEachColumn(ofType('foreign-key'), (key, first) => foreignKeyPart(key, first, writing)),
    uniques: oneForEachColumn(ofType('unique'), (key, first) => uniquePart(key, first, writing)),
    checks: ofType('check').flatMap((check) =>
      check.attributes.inherited ? [] : (checkPart(check, writing) ?? []),
    ),
    exclusions: ofType('exclusion').flatMap((exclusion) => exclusionPart(exclusion, writing) ?? []),
    indexes: writing.index.partsOfKind(table.id, 'index').flatMap((index) => indexPart(index, writing) ?? []),
    policies: table.attributes.rowSecurity
      ? writing.index.partsOfKind(table.id, 'policy').map((policy) => policyPart(policy, writing))
      : [],
    triggers: writing.index
      .partsOfKind(table.id, 'trigger')
      .flatMap((trigger) => triggerPart(trigger, partitioning?.copiesOf(trigger) ?? [], writing) ?? []),
    partitioning,
  }
}

/** A column carries one unique key and one reference; further ones stand behind the columns. */
function oneForEachColumn(
  keys: readonly ConstraintObject[],
  write: (key: ConstraintObject, isFirst: boolean) => KeyPart | undefined,
): KeyPart[] {
  const taken = new Set<string>()
  return keys.flatMap((key) => {
    const [column = ''] = key.facts.columns
    const part = write(key, !taken.has(column))
    if (part?.inline) taken.add(column)
    return part ?? []
  })
}
