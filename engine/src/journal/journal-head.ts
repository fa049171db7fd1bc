import type { ObjectId } from '../catalog/object.ts'
import { parkedSchema } from '../catalog/parked.ts'
import { TrueupError } from '../errors/trueup-error.ts'
import type { ParkingPlace } from '../plan/park/parked-thing.ts'
import type { ResultTable } from '../postgres/database.ts'
import { holderQuery, type LockHolder, leaseHolderStatements } from '../run-lock/holder.ts'
import { doBlock } from '../sql/do-block.ts'
import { mayMakeJournal, mayReadJournal, mayWriteJournal } from './ensure-journal.ts'
import { findIdentity } from './identity.ts'
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
  /** What the last run that ended left; null where none has told. */
  readonly lastState: LastState | null
  /** Its fingerprint where it read back what it left, for RunStart.isBeforeKnown. */
  readonly lastFingerprint: string | null
  /** For which environment this very database, not one that it was copied from, was last changed. */
  readonly remembered: RememberedEnvironment | null
  /** It follows another server and takes no changes. */
  readonly isReplica: boolean
  /** Where this database parks what is dropped. */
  readonly parking: ParkingPlace
}

/** A state that a run left, without its catalog (recorded-state.ts). */
export interface LastState {
  readonly run: number
  readonly command: string
  readonly environment: string
  /** Operating system user and host. */
  readonly who: string
  /** ISO 8601 in UTC, by the server's clock. */
  readonly finished: string
  readonly fingerprint: string
  /** Another run began after it and did not come to its end. */
  readonly isFollowed: boolean
}

export interface RememberedEnvironment {
  readonly environment: string
  /** ISO 8601 in UTC, by the server's clock. */
  readonly since: string
}

function isoTime(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
}

const lastState = `SELECT jsonb_build_object('run', id, 'command', command, 'environment', environment,
    'who', os_user || '@' || os_host, 'finished', ${isoTime('finished')}, 'fingerprint', fingerprint_after,
    'isFollowed', EXISTS (SELECT FROM trueup.runs AS later WHERE later.id > runs.id))
  FROM trueup.runs WHERE catalog_after IS NOT NULL ORDER BY id DESC LIMIT 1`

const formatWithIdentity = 3

const unfinishedRuns = `SELECT jsonb_agg(jsonb_build_object('id', id, 'command', command, 'osUser', os_user,
    'osHost', os_host, 'role', role, 'started', ${isoTime('started')},
    'steps', (SELECT jsonb_agg(jsonb_build_object('step', step, 'kind', kind, 'target', target,
      'state', steps.state) ORDER BY step) FROM trueup.steps WHERE run = runs.id)) ORDER BY id)
  FROM trueup.runs WHERE state IN ('pending', 'running', 'in doubt')`

/** In tables that others could join. */
const parkedColumns = `SELECT coalesce(jsonb_agg(jsonb_build_object('table', format('table:%I.%I', n.nspname, c.relname),
    'name', a.attname, 'definition', format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
      || coalesce((SELECT format(' COLLATE %I.%I', cn.nspname, co.collname) FROM pg_collation co
        JOIN pg_namespace cn ON cn.oid = co.collnamespace
        WHERE co.oid = a.attcollation AND co.oid <> t.typcollation), '')
      || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END)), '[]')
  FROM trueup.parked k JOIN pg_attribute a ON a.attname = k.name AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  JOIN pg_class c ON c.oid = a.attrelid AND (c.relkind = 'p' OR c.relkind = 'r' AND NOT c.relispartition)
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE k.state = 'parked' AND k.object LIKE 'column:%'`

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
        'lastState', (${lastState}),
        'dead', (${unfinishedRuns}));
      END IF;
      IF (head->>'format')::int BETWEEN 2 AND ${currentFormat} THEN head := head || jsonb_build_object(
        'parking', jsonb_build_object('isThere', to_regnamespace('${parkedSchema}') IS NOT NULL,
          'next', (SELECT coalesce(max(number), 0) + 1 FROM trueup.parked), 'columns', (${parkedColumns})));
      END IF;
      IF (head->>'format')::int BETWEEN ${formatWithIdentity} AND ${currentFormat} THEN
        ${findIdentity}
        head := head || jsonb_build_object('remembered', (SELECT jsonb_build_object('environment', environment,
          'since', ${isoTime('environment_since')}) FROM trueup.journal WHERE identity = this_database));
      END IF;
    END IF;
    -- made by another run after this snapshot was taken: the tables are known, their rows are not to be seen yet
    head := coalesce(head, jsonb_build_object('format', 0, 'isWritable', true));
    head := head || jsonb_build_object('isReplica', pg_is_in_recovery());
    PERFORM set_config('trueup.head', head::text, true);`,
    'head jsonb; this_database text;',
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
  const { format = 0, toolVersion = '', lastState = null } = head
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
    lastState,
    // what a creation left is told by its models, not read
    lastFingerprint: lastState === null || lastState.command === 'create' ? null : lastState.fingerprint,
    remembered: head.remembered ?? null,
    isReplica: head.isReplica ?? false,
    parking: head.parking ?? { isThere: false, next: 1 },
  }
}
