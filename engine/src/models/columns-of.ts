import type { PgTable } from 'drizzle-orm/pg-core'

/** The columns of a table by the keys its model gives them: `createdAt`, not `created_at`. */
export type ColumnOf<Table extends PgTable> = Extract<keyof Table['_']['columns'], string>
