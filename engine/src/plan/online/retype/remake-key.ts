import { pathOf } from '../../../catalog/identify.ts'
import type { ObjectId } from '../../../catalog/object.ts'
import type { ConstraintObject } from '../../../catalog/relations.ts'
import { quoteIdentifier } from '../../../sql/quote.ts'
import { type Action, action } from '../../action.ts'
import { buildKeyIndex, type KeyParts, keyParts } from '../concurrent-key.ts'
import { isPartitioned } from '../index-build.ts'
import { attachedPart, onlyStatement, partsBelow } from '../index-tree.ts'
import type { Kitchen } from '../recipe.ts'
import { helperName } from '../reserved-name.ts'
import { indexColumnNames, type Substitutes } from './remake-index.ts'
import { substituteColumn } from './substitute-column.ts'

/** A key on second columns: its index is built while others write, and becomes the key's in the transaction of the swap. */
export function remakeKey(
  key: ConstraintObject,
  parts: KeyParts,
  substitutes: Substitutes,
  filled: readonly string[],
  kitchen: Kitchen,
): Action[] {
  if (isPartitioned(key.parent, kitchen.to)) return remakeTree(key, substitutes, filled, kitchen)
  const add = `ALTER TABLE ${pathOf(key.parent ?? '')} ADD CONSTRAINT ${quoteIdentifier(key.name)} ${parts.type} USING INDEX ${helperName('new', key.id)}${parts.deferrable}`
  return [
    buildOnHelpers(key, parts, substitutes, filled, kitchen),
    action('create', key.id, add, {
      needs: [...key.needs, `built:${key.id}`],
      makes: [key.id],
      does: 'online',
    }),
    ...indexColumnNames(key, parts.include, substitutes, kitchen),
  ]
}

/**
 * The key of a partitioned table takes over no finished index, but a key without parts reads no row, and is valid once
 * those of all partitions are attached (manual: ALTER INDEX, ATTACH PARTITION).
 */
function remakeTree(
  whole: ConstraintObject,
  substitutes: Substitutes,
  filled: readonly string[],
  kitchen: Kitchen,
): Action[] {
  const only = `only:${whole.id}`
  const below = keysBelow(whole, kitchen)
  const leaves = below.filter(({ parent }) => !isPartitioned(parent, kitchen.to))
  const built: ObjectId[] = leaves.map(({ id }) => `built:${id}`)
  const keyIndex = (part: ConstraintObject, parts: KeyParts) =>
    buildOnHelpers(part, parts, substitutes, filled, kitchen)
  return [
    action('alter', whole.id, '', { needs: built, makes: [`built:${whole.id}`] }),
    action('create', whole.id, onlyStatement(whole), {
      needs: [...whole.needs, `built:${whole.id}`],
      makes: [only],
      does: 'online',
    }),
    ...partsBelow(whole, kitchen).flatMap((part) =>
      attachedPart(part, whole, { ready: [], keyIndex }, kitchen),
    ),
    action('alter', whole.id, '', { needs: [only, ...below.map(({ id }) => id)], makes: [whole.id] }),
    ...leaves.flatMap((leaf) => indexColumnNames(leaf, keyParts(leaf)?.include ?? '', substitutes, kitchen)),
  ]
}

function keysBelow(key: ConstraintObject, kitchen: Kitchen): ConstraintObject[] {
  return partsBelow(key, kitchen).flatMap((part) =>
    part.kind === 'constraint' ? [part, ...keysBelow(part, kitchen)] : [],
  )
}

function buildOnHelpers(
  key: ConstraintObject,
  parts: KeyParts,
  { columns }: Substitutes,
  filled: readonly string[],
  kitchen: Kitchen,
): Action {
  const onHelpers = {
    ...parts,
    columns: substituteColumn(parts.columns, columns),
    include: substituteColumn(parts.include, columns),
  }
  const build = buildKeyIndex(key, onHelpers, helperName('new', key.id), `built:${key.id}`, kitchen)
  return { ...build, needs: filled }
}
