import { gunzipSync, gzipSync } from 'node:zlib'
import type { CatalogObject } from '../catalog/catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { parkedSchema } from '../catalog/parked.ts'
import type { ParkingRecord } from '../plan/park/parked-thing.ts'
import type { PresentThing } from '../plan/park/purge-steps.ts'
import type { Database } from '../postgres/database.ts'
import { quoteLiteral } from '../sql/quote.ts'
import { whereJournalled } from './ensure-journal.ts'
import { readJournalHead } from './read-runs.ts'
import { formatWithParking } from './tables.ts'

/** Something that is parked now. */
export interface ParkedRecord extends PresentThing {
  /** The run that parked it. */
  readonly run: number
  /** Its token, which backups are pinned to. */
  readonly token: string
  readonly number: number
  readonly lifted: readonly ObjectId[]
  /** ISO 8601 in UTC, by the server's clock. */
  readonly parked: string
  /** On the disk; of a column an estimate. null where nothing is known. */
  readonly bytes: number | null
}

/** For the transaction of the step: the thing is parked, or has come back, if that commits. */
export function recordParking(token: string, record: ParkingRecord): string {
  const run = `(SELECT id FROM trueup.runs WHERE token = '${token}')`
  if (record.kind !== 'park')
    return whereJournalled(`UPDATE trueup.parked SET state = '${record.kind === 'purge' ? 'purged' : 'returned'}', ended = clock_timestamp(), ended_by = ${run}
      WHERE name = '${record.name}' AND state = 'parked';`)
  const { object, name, number, kept, lifted } = record
  return whereJournalled(`INSERT INTO trueup.parked (run, object, name, number, kept, lifted, state, parked)
    VALUES (${run}, ${quoteLiteral(object)}, '${name}', ${number}, decode('${packed(kept)}', 'base64'),
      ${quoteLiteral(JSON.stringify(lifted))}, 'parked', clock_timestamp());`)
}

/**
 * All that is parked and still there, the oldest first: a parked column goes with its table, whoever drops that.
 * @param format of the journal, 0 where there is none
 */
export async function readParked(format: number, database: Database): Promise<ParkedRecord[]> {
  if (format < formatWithParking) return []
  const [table] = await database.query(`SELECT json_agg(json_build_object('run', run,
      'token', (SELECT token FROM trueup.runs WHERE runs.id = parked.run), 'object', object,
      'name', name, 'number', number, 'kept', encode(kept, 'base64'), 'lifted', lifted,
      'parked', to_char(parked AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'tables', coalesce(holders, '[]'), 'bytes', ${size}) ORDER BY id)
    FROM (SELECT *, ${holders} AS holders FROM trueup.parked WHERE state = 'parked') AS parked
    WHERE ${isThere}`)
  const found = JSON.parse(table?.rows[0]?.[0] ?? '[]') as (ParkedRecord & { readonly kept: string })[]
  return found.map((each) => ({ ...each, kept: unpacked(each.kept) }))
}

/** The same where nothing has been read of the journal yet. */
export async function readParkedHere(database: Database): Promise<ParkedRecord[]> {
  const { format } = await readJournalHead(database)
  return readParked(format, database)
}

/** The names of parked columns are no others' (parkedName); children and partitions have copies. */
const holders = `CASE split_part(object, ':', 1) WHEN 'column' THEN (
  SELECT json_agg(format('%I.%I', n.nspname, c.relname) ORDER BY c.oid)
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE a.attname = parked.name AND NOT a.attisdropped AND a.attinhcount = 0 AND c.relkind IN ('r', 'p')) END`

const isThere = `CASE split_part(object, ':', 1)
  WHEN 'column' THEN holders IS NOT NULL
  WHEN 'table' THEN to_regclass('${parkedSchema}.' || name) IS NOT NULL
  WHEN 'sequence' THEN to_regclass('${parkedSchema}.' || name) IS NOT NULL
  ELSE to_regtype('${parkedSchema}.' || name) IS NOT NULL END`

const size = `CASE split_part(object, ':', 1)
  WHEN 'table' THEN pg_total_relation_size(to_regclass('${parkedSchema}.' || name))
  WHEN 'column' THEN (
    SELECT sum(s.avg_width * greatest(c.reltuples, 0))::bigint
    FROM pg_stats s JOIN pg_namespace n ON n.nspname = s.schemaname
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
    WHERE s.attname = parked.name AND c.relkind <> 'p')
  END`

function packed(kept: readonly CatalogObject[]): string {
  return gzipSync(JSON.stringify(kept)).toString('base64')
}

function unpacked(kept: string): CatalogObject[] {
  return JSON.parse(gunzipSync(Buffer.from(kept, 'base64')).toString('utf8')) as CatalogObject[]
}
