import { pathOf } from '../../catalog/identify.ts'
import type {
  OperatorClassObject,
  OperatorFamilyMemberObject,
  OperatorFamilyObject,
  OperatorObject,
} from '../../catalog/operators.ts'
import { quoteIdentifier, quoteQualified } from '../../sql/quote.ts'

/** A commutator or negator that is not there yet comes as a shell, which its own statement fills. */
export function createOperator(operator: OperatorObject): string {
  const { commutator, negator, restrict, join, hashes, merges } = operator.attributes
  const { left, right } = operator.facts
  const options = [
    `FUNCTION = ${operator.attributes.function}`,
    ...(left ? [`LEFTARG = ${left}`] : []),
    `RIGHTARG = ${right}`,
    ...(commutator ? [`COMMUTATOR = ${commutator}`] : []),
    ...(negator ? [`NEGATOR = ${negator}`] : []),
    ...(restrict ? [`RESTRICT = ${restrict}`] : []),
    ...(join ? [`JOIN = ${join}`] : []),
    ...(hashes ? ['HASHES'] : []),
    ...(merges ? ['MERGES'] : []),
  ]
  return `CREATE OPERATOR ${quoteIdentifier(operator.schema ?? '')}.${operator.name} (${options.join(', ')})`
}

export function createOperatorFamily(family: OperatorFamilyObject): string {
  return `CREATE OPERATOR FAMILY ${pathOf(family.id)}`
}

export function addFamilyMember({ parent, attributes }: OperatorFamilyMemberObject): string {
  return `ALTER OPERATOR FAMILY ${pathOf(parent ?? '')} ADD ${attributes.definition}`
}

export function createOperatorClass(operatorClass: OperatorClassObject): string {
  const { isDefault, type, family, storage, members } = operatorClass.attributes
  const name = quoteQualified(operatorClass.schema ?? '', operatorClass.name)
  const method = pathOf(operatorClass.id).slice(name.length) // ` USING btree`
  // a class must say something: its own type is stored anyway
  const items = [...members, ...(storage || members.length === 0 ? [`STORAGE ${storage ?? type}`] : [])]
  return [
    `CREATE OPERATOR CLASS ${name}`,
    ...(isDefault ? ['DEFAULT'] : []),
    `FOR TYPE ${type}${method} FAMILY ${family} AS`,
    items.join(', '),
  ].join(' ')
}
