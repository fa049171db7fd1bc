import type { LockMode } from '../plan/lock.ts'

/** Modes, in the words of pg_locks, that one has to wait for when asking for a mode (manual, table 13.2). */
export function conflictsWith(mode: LockMode): readonly string[] {
  return conflicts[mode].map((name) => `${name}Lock`)
}

const shareAndUp = ['Share', 'ShareRowExclusive', 'Exclusive', 'AccessExclusive']
const conflicts: Readonly<Record<LockMode, readonly string[]>> = {
  none: [],
  'access-share': ['AccessExclusive'],
  'row-share': ['Exclusive', 'AccessExclusive'],
  'row-exclusive': shareAndUp,
  'share-update-exclusive': ['ShareUpdateExclusive', ...shareAndUp],
  share: ['RowExclusive', 'ShareUpdateExclusive', 'ShareRowExclusive', 'Exclusive', 'AccessExclusive'],
  'share-row-exclusive': ['RowExclusive', 'ShareUpdateExclusive', ...shareAndUp],
  exclusive: ['RowShare', 'RowExclusive', 'ShareUpdateExclusive', ...shareAndUp],
  'access-exclusive': ['AccessShare', 'RowShare', 'RowExclusive', 'ShareUpdateExclusive', ...shareAndUp],
}
