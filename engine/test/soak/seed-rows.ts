import type { Database } from '../../src/postgres/database.ts'
import { quoteIdentifier, quoteLiteral } from '../../src/sql/quote.ts'
import { loadLeniently } from './load-leniently.ts'

/** Puts up to three rows into every table that takes them. */
export async function seedRows(database: Database): Promise<void> {
  const [result] = await database.query(columnsOfTables)
  const tables = new Map<string, (readonly (string | null)[])[]>()
  for (const [table, ...column] of result?.rows ?? [])
    tables.set(table ?? '', [...(tables.get(table ?? '') ?? []), column])
  const inserts = [1, 2, 3].flatMap((row) =>
    [...tables].map(([table, columns]) => {
      const names = columns.map(([name]) => quoteIdentifier(name ?? ''))
      const values = columns.map(([, type, category, labels]) =>
        literalFor(type ?? '', category ?? '', JSON.parse(labels ?? '[]'), row),
      )
      return `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE VALUES (${values})`
    }),
  )
  await loadLeniently([...inserts, ...inserts], database) // a row may refer to one of a later table
}

const columnsOfTables = `
  SELECT c.oid::regclass, a.attname, format_type(t.oid, NULL), t.typcategory,
    (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid IN (t.oid, t.typelem, t.typbasetype))
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  ORDER BY c.relkind, c.oid, a.attnum`

function literalFor(type: string, category: string, labels: readonly string[], row: number): string {
  const label = labels[(row - 1) % Math.max(labels.length, 1)]
  const text = textOf(type, category, label, row)
  return text === null ? 'NULL' : `${quoteLiteral(text)}::${type}`
}

/** pg_type.typcategory tells what a value may look like; a domain is of its base type's category. */
function textOf(type: string, category: string, label: string | undefined, row: number): string | null {
  switch (category) {
    case 'B':
      return String(row % 2 === 0)
    case 'D':
      return type === 'time without time zone' ? `12:00:0${row}` : `2024-01-0${row} 12:00`
    case 'T':
      return `${row} days`
    case 'N':
    case 'S':
      return String(row)
    case 'E':
      return label ?? null
    case 'A':
      return label === undefined ? (type.startsWith('pair') ? `{"(${row},x)"}` : `{${row}}`) : `{${label}}`
    case 'R':
      return type.includes('multi') ? `{[${row},5)}` : `[${row * 10},${row * 10 + 5})`
    case 'C':
      return type === 's.pair' ? `(${row},)` : `(${row},x)`
    case 'I':
      return `10.0.0.${row}`
    case 'G':
      return `(${row},${row})`
    case 'U':
      if (type === 'uuid') return `00000000-0000-0000-0000-00000000000${row}`
      return type.startsWith('json') ? `{"k": ${row}}` : null
    default:
      return null
  }
}
