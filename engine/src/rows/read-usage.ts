import { nameOf, pathOf } from '../catalog/identify.ts'
import type { CatalogIndex } from '../catalog/index-catalog.ts'
import type { ObjectId } from '../catalog/object.ts'
import { noUsage, type TableUsage, type Usage } from '../plan/usage.ts'
import type { UsageQuestion } from '../plan/usage-question.ts'
import type { Database, ResultTable } from '../postgres/database.ts'
import { isDatabaseError } from '../postgres/database-error.ts'
import { quoteIdentifier, quoteLiteral } from '../sql/quote.ts'

/**
 * How full and how busy the relations of a plan are, in one message. Small tables are counted, others estimated as
 * PostgreSQL's planner does: rows of the last ANALYZE, scaled to the pages of today. A database that does not answer
 * in time, or does not allow it, leaves it unknown: usage makes plans better, and no plan needs it.
 */
export async function readUsage(
  question: UsageQuestion,
  from: CatalogIndex,
  database: Database,
): Promise<Usage> {
  if (question.tables.length === 0 && question.indexes.length === 0) return noUsage
  const counted = question.tables.filter((id) => id.startsWith('table:')).slice(0, countedTablesMax)
  const results =
    (await ask(statements(question, counted), database)) ?? (await ask(statements(question, []), database))
  if (!results) return noUsage
  const [tables, indexes, keys, ...counts] = results
  const known = tableUsages(tables, counts, counted)
  return {
    tables: withChildren(known, question.tables, from),
    lost: lossCounts(counts, counted, question.lost, from),
    indexScans: new Map((indexes?.rows ?? []).map(([id, scans]) => [id ?? '', Number(scans)])),
    keys: (keys?.rows ?? []).map(([table, column, share]) => ({
      table: table ?? '',
      column: column ?? '',
      share: Number(share),
    })),
  }
}

/** Counting a table of this size reads at most a thousand pages. */
const countedBytesMax = 8 * 1024 * 1024
const countedTablesMax = 200

async function ask(questions: readonly string[], database: Database): Promise<ResultTable[] | undefined> {
  const start = [
    'BEGIN READ ONLY',
    `SET LOCAL lock_timeout = '2s'`,
    `SET LOCAL statement_timeout = '10s'`,
    'SET LOCAL row_security = off',
  ]
  try {
    return [...(await database.query([...start, ...questions, 'COMMIT'].join(';\n')))].slice(start.length, -1)
  } catch (error) {
    if (!isDatabaseError(error)) throw error
    await database.query('ROLLBACK')
    return undefined
  }
}

function statements(question: UsageQuestion, counted: readonly ObjectId[]): string[] {
  return [
    tableQuery(question.tables),
    indexQuery(question.indexes),
    keyQuery(question.tables),
    ...counted.map((table) => countQuery(table, lostColumns(table, question.lost))),
  ]
}

function tableQuery(tables: readonly ObjectId[]): string {
  return `SELECT v.id,
      CASE WHEN c.reltuples > 0 AND c.relpages > 0
        THEN c.reltuples / c.relpages * (pg_relation_size(c.oid) / current_setting('block_size')::int)
        ELSE greatest(s.n_live_tup, 0) END,
      pg_table_size(c.oid),
      (coalesce(s.seq_scan, 0) + coalesce(s.idx_scan, 0))
        / greatest(extract(epoch FROM now() - coalesce(d.stats_reset, pg_postmaster_start_time())), 60),
      coalesce(l.sessions, 0)
    FROM ${valuesOf(tables)} JOIN pg_class c ON c.oid = to_regclass(v.path)
    LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
    LEFT JOIN pg_stat_database d ON d.datname = current_database()
    LEFT JOIN (
      SELECT l.relation, count(DISTINCT l.pid) AS sessions FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid)
      WHERE l.pid <> pg_backend_pid() AND coalesce(a.backend_type, 'client backend') = 'client backend'
      GROUP BY l.relation
    ) l ON l.relation = c.oid`
}

/** The index of a constraint has its name, in the schema of its table. */
function indexQuery(indexes: readonly ObjectId[]): string {
  return `SELECT v.id, s.idx_scan
    FROM ${valuesOf(indexes, indexPath)} JOIN pg_stat_all_indexes s ON s.indexrelid = to_regclass(v.path)`
}

function indexPath(id: ObjectId): string {
  if (!id.startsWith('constraint:')) return pathOf(id)
  const name = quoteIdentifier(nameOf(id))
  const table = pathOf(id).slice(0, -name.length - 1)
  const schema = table.slice(0, -quoteIdentifier(nameOf(table)).length - 1)
  return `${schema}.${name}`
}

/** Sequences that belong to a column, against what both can hold. */
function keyQuery(tables: readonly ObjectId[]): string {
  return `SELECT v.id, 'column:' || v.path || '.' || quote_ident(a.attname),
      coalesce(CASE WHEN has_sequence_privilege(q.seqrelid, 'USAGE, SELECT') THEN pg_sequence_last_value(q.seqrelid) END, 0)::numeric
        / least(q.seqmax, CASE a.atttypid WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN 2147483647 ELSE 9223372036854775807 END)
    FROM ${valuesOf(tables)}
    JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
      AND d.refobjid = to_regclass(v.path) AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
    JOIN pg_sequence q ON q.seqrelid = d.objid
    JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE q.seqincrement > 0`
}

function countQuery(table: ObjectId, lost: readonly ObjectId[]): string {
  const path = pathOf(table)
  const counts = ['count(*)', ...lost.map((column) => `count(${quoteIdentifier(nameOf(column))})`)]
  return `SELECT CASE WHEN pg_table_size(to_regclass(${quoteLiteral(path)})) <= ${countedBytesMax}
    THEN (SELECT json_build_array(${counts.join(', ')}) FROM ONLY ${path}) END`
}

function valuesOf(ids: readonly ObjectId[], path: (id: ObjectId) => string = pathOf): string {
  const rows = ids.map((id) => `(${quoteLiteral(id)}, ${quoteLiteral(path(id))})`)
  return `(VALUES ${rows.length > 0 ? rows.join(', ') : '(NULL::text, NULL::text)'}) AS v (id, path)`
}

function tableUsages(
  tables: ResultTable | undefined,
  counts: readonly ResultTable[],
  counted: readonly ObjectId[],
): Map<ObjectId, TableUsage> {
  const exact = new Map(
    counted.flatMap((id, i) => {
      const cell = counts[i]?.rows[0]?.[0]
      return cell ? [[id, Number(JSON.parse(cell)[0])] as const] : []
    }),
  )
  return new Map(
    (tables?.rows ?? []).map(([id, rows, bytes, accesses, sessions]) => [
      id ?? '',
      {
        rows: exact.get(id ?? '') ?? Math.round(Number(rows)),
        exact: exact.has(id ?? ''),
        bytes: Number(bytes),
        scansPerSecond: Number(accesses ?? 0),
        sessions: Number(sessions),
      },
    ]),
  )
}

/** A partitioned table has what its partitions have. */
function withChildren(
  own: ReadonlyMap<ObjectId, TableUsage>,
  tables: readonly ObjectId[],
  from: CatalogIndex,
): Map<ObjectId, TableUsage> {
  const whole = (table: ObjectId): TableUsage[] => [
    ...(own.has(table) ? [own.get(table)!] : []),
    ...from.childrenOf(table).flatMap((child) => whole(child.id)),
  ]
  return new Map(
    tables.flatMap((table) => {
      const parts = whole(table)
      if (parts.length === 0) return []
      const sum = (value: (part: TableUsage) => number) =>
        parts.reduce((total, part) => total + value(part), 0)
      return [
        [
          table,
          {
            rows: sum(({ rows }) => rows),
            exact: parts.every(({ exact }) => exact),
            bytes: sum(({ bytes }) => bytes),
            scansPerSecond: sum(({ scansPerSecond }) => scansPerSecond),
            sessions: sum(({ sessions }) => sessions),
          },
        ] as const,
      ]
    }),
  )
}

function lostColumns(table: ObjectId, lost: readonly ObjectId[]): ObjectId[] {
  const start = `column:${pathOf(table)}.`
  return lost.filter((id) => id.startsWith(start))
}

/** Values of columns and rows of tables that would go; of partitions together. */
function lossCounts(
  counts: readonly ResultTable[],
  counted: readonly ObjectId[],
  lost: readonly ObjectId[],
  from: CatalogIndex,
): Map<ObjectId, number> {
  const found = new Map<ObjectId, number>()
  counted.forEach((table, i) => {
    const cell = counts[i]?.rows[0]?.[0]
    const numbers = cell ? (JSON.parse(cell) as number[]) : []
    // values of partitions are not among those that ONLY counts
    const columns = from.childrenOf(table).length > 0 ? [] : lostColumns(table, lost)
    for (const [j, id] of [table, ...columns].entries())
      if (numbers[j] !== undefined) found.set(id, numbers[j])
  })
  const total = (id: ObjectId): number | undefined =>
    from.childrenOf(id).reduce<number | undefined>((sum, child) => {
      const more = total(child.id)
      return sum === undefined || more === undefined ? undefined : sum + more
    }, found.get(id))
  return new Map(
    lost.flatMap((id) => {
      const count = total(id)
      return count === undefined ? [] : [[id, count] as const]
    }),
  )
}
