import { type Change, changedObject } from '../../diff/change.ts'
import type { Language, Messages } from '../../messages/catalogue.ts'
import type { Verification } from '../../verify/verify-database.ts'
import type { DriftAmong } from '../drift-groups.ts'
import { describeChanges } from './difference.ts'
import { tableLines } from './tables.ts'

export function verificationLines(
  { tables, changes, others }: Verification,
  drift: DriftAmong | undefined,
  milliseconds: number,
  language: Language,
  texts: Messages,
): string[] {
  const seconds = (milliseconds / 1000).toFixed(2)
  const list = tableLines(tables, language, texts)
  if (changes.length === 0) return [...list, '', texts.verify.equal({ tables: tables.length, seconds })]
  const ordered = [...tables.flatMap((table) => table.differences), ...others]
  const lines = describeChanges(ordered, texts)
  return [
    ...list,
    '',
    texts.verify.differs({ count: lines.length, seconds }),
    ...lines.map((line) => `  ${line}`),
    '',
    ...(drift ? [driftText(drift, ordered, texts)] : []),
    texts.verify.next(),
  ]
}

function driftText(
  { objects, since: { run } }: DriftAmong,
  changes: readonly Change[],
  texts: Messages,
): string {
  const drifted = changes.filter((change) => objects.includes(changedObject(change).id))
  const count = describeChanges(drifted, texts).length
  return count === 0 ? texts.drift.pendingOnly({ run }) : texts.drift.amongDifferences({ count, run })
}
