import { sql } from 'drizzle-orm'
import type { Trigger } from 'trueup/models'

/** (a) Moves `updated_at` with every update. The functions are in functions.sql. */
export function movesUpdatedAt(table: string): Trigger<never> {
  return {
    name: `${table}_updated_at_tg`,
    timing: 'before',
    events: ['update'],
    forEach: 'row',
    execute: 'public.move_updated_at',
  }
}

/**
 * (b) Lets `status` go legal steps only, written `'active > suspended'`: a CHECK cannot see the old value, and several
 * processes write these columns.
 */
export function stepsOfStatus(table: string, steps: readonly `${string} > ${string}`[]): Trigger<'status'> {
  return {
    name: `${table}_status_tg`,
    timing: 'before',
    events: ['update'],
    of: ['status'],
    forEach: 'row',
    when: (row) => sql`${row.old.status} <> ${row.new.status}`,
    execute: 'public.check_status_step',
    arguments: steps,
  }
}

/**
 * (c) Refuses UPDATE and DELETE row by row, and TRUNCATE as a statement, on the partitions, too. What no trigger can
 * refuse is DROP TABLE and DETACH PARTITION, by which old months go.
 */
export function appendOnly(table: string): readonly Trigger<never>[] {
  return [
    {
      name: `${table}_append_only_tg`,
      timing: 'before',
      events: ['update', 'delete'],
      forEach: 'row',
      execute: 'public.refuse_change',
    },
    {
      name: `${table}_no_truncate_tg`,
      timing: 'before',
      events: ['truncate'],
      forEach: 'statement',
      execute: 'public.refuse_change',
      onPartitions: true,
    },
  ]
}
