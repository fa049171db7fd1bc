import type { SQL } from 'drizzle-orm'

/** A schema-qualified name: as `public.touch` when both parts are plain, as a record when one holds a dot. */
export type QualifiedName = string | { readonly schema: string; readonly name: string }

/** CREATE TRIGGER (manual, reference) as a record; `Column` are the keys of the table's model. */
export interface Trigger<Column extends string = string> {
  readonly name: string
  readonly timing: 'before' | 'after'
  readonly events: readonly ('insert' | 'update' | 'delete' | 'truncate')[]
  /** UPDATE OF: fires only where one of these columns is assigned. */
  readonly of?: readonly Column[]
  readonly forEach: 'row' | 'statement'
  /** WHEN: `(row) => sql`${row.old.status} <> ${row.new.status}``; a statement trigger has no rows to look at. */
  readonly when?: (row: TriggerRow<Column>) => SQL
  /** The trigger function, without brackets. */
  readonly execute: QualifiedName
  /** Passed to the function as TG_ARGV. */
  readonly arguments?: readonly string[]
  /** Names for the transition tables of a statement trigger. */
  readonly referencing?: { readonly old?: string; readonly new?: string }
  /** Makes it a constraint trigger, checked at the end of the statement or of the transaction. */
  readonly deferrable?: Deferrable
  /**
   * Creates a statement trigger on every partition, too. PostgreSQL hands row triggers down by itself but not
   * statement triggers: without this, a partition addressed by its own name goes around them.
   */
  readonly onPartitions?: boolean
  readonly comment?: string
}

/** The row before (OLD) and after (NEW) the write, column by column. */
export interface TriggerRow<Column extends string> {
  readonly old: Readonly<Record<Column, SQL>>
  readonly new: Readonly<Record<Column, SQL>>
}

export type Deferrable = 'initially immediate' | 'initially deferred'
