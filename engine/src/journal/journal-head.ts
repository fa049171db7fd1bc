import type { ObjectId } from '../catalog/object.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { ResultTable } from '../postgres/database.ts'
import { holderQuery, type LockHolder, leaseHolderStatements } from '../run-lock/holder.ts'
import { doBlock } from '../sql/do-block.ts'
import { mayMakeJournal, mayReadJournal, mayWriteJournal } from './ensure-journal.ts'
import { currentFormat } from './tables.ts'

export type RunState = 'pending' | 'running' | 'done' | 'in doubt' | 'failed' | 'undone'

export interface UnfinishedRun {
  readonly id: number
  readonly command: string
  readonly osUser: string
  readonly osHost: string
  readonly role: string
  /** ISO 8601 in UTC, by the server's clock. */
  readonly started: string
  readonly steps: readonly {
    readonly step: number
    readonly kind: string
    readonly target: ObjectId
    readonly state: RunState
  }[]
}

/** What a run must know of the journal before it begins. */
export interface JournalHead {
  /** 0 where there is no journal yet. */
  readonly format: number
  /** The tool that wrote that format. */
  readonly toolVersion: string
  /** This role may write it, or make it. */
  readonly isWritable: boolean
  /** Who holds the run lock, session or lease; null when nobody does. */
  readonly holder: LockHolder | null
  /** Runs that neither ended nor are held by a living owner: they died. */
  readonly dead: readonly UnfinishedRun[]
  /** After the last run that told, for JournalStart.isBeforeKnown. */
  readonly lastFingerprint: string | null
}

const unfinishedRuns = `SELECT jsonb_agg(jsonb_build_object('id', id, 'command', command, 'osUser', os_user,
    'osHost', os_host, 'role', role, 'started', to_char(started AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'steps', (SELECT jsonb_agg(jsonb_build_object('step', step, 'kind', kind, 'target', target,
      'state', steps.state) ORDER BY step) FROM trueup.steps WHERE run = runs.id)) ORDER BY id)
  FROM trueup.runs WHERE state IN ('pending', 'running', 'in doubt')`

/**
 * Statements for a message that reads something else anyway, in a transaction that may be read-only: no round trip of
 * their own. Their results are for `parseJournalHead`.
 */
export const journalHeadStatements: readonly string[] = [
  doBlock(
    `IF to_regclass('trueup.journal') IS NULL THEN
      head := jsonb_build_object('format', 0, 'isWritable', ${mayMakeJournal});
    ELSIF NOT ${mayReadJournal} THEN
      head := jsonb_build_object('format', 0, 'isWritable', false);
    ELSE
      SELECT jsonb_build_object('format', format, 'toolVersion', tool_version, 'isWritable', ${mayWriteJournal})
      INTO head FROM trueup.journal;
      IF (head->>'format')::int <= ${currentFormat} THEN head := head || jsonb_build_object(
        'lastFingerprint', (SELECT fingerprint_after FROM trueup.runs
          WHERE catalog_after IS NOT NULL ORDER BY id DESC LIMIT 1),
        'dead', (${unfinishedRuns}));
      END IF;
    END IF;
    -- made by another run after this snapshot was taken: the tables are known, their rows are not to be seen yet
    head := coalesce(head, jsonb_build_object('format', 0, 'isWritable', true));
    PERFORM set_config('trueup.head', head::text, true);`,
    'head jsonb;',
  ),
  `SELECT current_setting('trueup.head')`,
  ...leaseHolderStatements,
  `SELECT to_json(holder) FROM (${holderQuery}) AS holder`,
]

/**
 * @param results of journalHeadStatements, in order
 * @throws JOURNAL-NEWER when a newer tool wrote the journal: what it means is not known here
 */
export function parseJournalHead(results: readonly ResultTable[]): JournalHead {
  const cell = (statement: number) => results[statement]?.rows[0]?.[0]
  const head = JSON.parse(cell(1) ?? '{}') as Partial<JournalHead> & Pick<JournalHead, 'isWritable'>
  const { format = 0, toolVersion = '' } = head
  if (format > currentFormat)
    throw new TrueupError('JOURNAL-NEWER', { format, known: currentFormat, toolVersion })
  const session = JSON.parse(cell(4) ?? 'null') as LockHolder | null
  const lease = JSON.parse(cell(3) || 'null') as Extract<LockHolder, { kind: 'lease' }> | null
  const holder = session ?? (lease?.isOver ? null : lease)
  return {
    format,
    toolVersion,
    isWritable: head.isWritable,
    holder,
    dead: holder ? [] : (head.dead ?? []),
    lastFingerprint: head.lastFingerprint ?? null,
  }
}
