import type { StatementRefusal as Refusal } from '../statement-refusal.ts'

const serverSaid = (p: Refusal) =>
  `The server said: "${[p.serverMessage, p.serverDetail].filter(Boolean).join(' ')}".`

/** Statements that the server refused, by the cause that SQLSTATE names (manual, appendix A). */
export const databaseErrors = {
  'DATABASE-PERMISSION': {
    message: (p: Refusal) => `user "${p.user}" lacks a privilege: ${p.serverMessage}`,
    hint: (p: Refusal) =>
      `Have the owner grant it. For creating tables in a schema: GRANT USAGE, CREATE ON SCHEMA <schema> TO "${p.user}"; since PostgreSQL 15 the schema public gives CREATE to the owner of the database only. Rows that row level security hides take a role with BYPASSRLS.`,
  },
  'DATABASE-READ-ONLY': {
    message: (p: Refusal) => `database "${p.database}" can only be read`,
    detail: serverSaid,
    hint: (_: Refusal) =>
      'Either this is a replica: connect to the primary. Or default_transaction_read_only is on for this user or database (a provider may set it when the disk is full).',
  },
  'DATABASE-DISK-FULL': {
    message: (_: Refusal) => 'the disk of the database is full',
    detail: serverSaid,
    hint: (_: Refusal) =>
      'Free or add disk space; nothing of this transaction was kept. Then run the command again.',
  },
  'DATABASE-MEMORY': {
    message: (_: Refusal) => `the server ran out of memory`,
    detail: serverSaid,
    hint: (_: Refusal) =>
      'For "out of shared memory" have max_locks_per_transaction raised; otherwise lower the load or add memory, then run the command again.',
  },
  'DATABASE-STATEMENT-TIMEOUT': {
    message: (_: Refusal) =>
      `a statement was cancelled: it ran longer than statement_timeout allows, or somebody cancelled it`,
    detail: serverSaid,
    hint: (p: Refusal) =>
      `Look at the limit with SHOW statement_timeout; it can be set for a user: ALTER ROLE "${p.user}" SET statement_timeout = '5min'.`,
  },
  'DATABASE-LOCK-TIMEOUT': {
    message: (_: Refusal) => `could not get a lock in time: another session holds it`,
    detail: serverSaid,
    hint: (_: Refusal) =>
      "Run the command again when less is going on; SELECT pid, state, query FROM pg_stat_activity WHERE state <> 'idle' shows who is busy.",
  },
  'DATABASE-DEADLOCK': {
    message: (_: Refusal) => `two sessions waited for each other and the server ended this one`,
    detail: serverSaid,
    hint: (_: Refusal) => 'Run the command again.',
  },
  'DATABASE-RELATION-MISSING': {
    message: (p: Refusal) => p.serverMessage,
    hint: (_: Refusal) =>
      'The table does not exist in this database, or not in the schemas of search_path. By hand, create the referenced table first; the create command orders tables by itself.',
  },
  'DATABASE-OBJECT-MISSING': {
    message: (p: Refusal) => p.serverMessage,
    hint: (_: Refusal) =>
      'Check the name for typing mistakes, the schema for being in search_path, and whether an extension must be created first.',
  },
  'DATABASE-REFUSED': {
    message: (p: Refusal) => p.serverMessage,
    detail: (p: Refusal) => [p.serverDetail, `SQLSTATE ${p.sqlstate}.`].filter(Boolean).join(' '),
    hint: (p: Refusal) => p.serverHint || `Look up ${p.sqlstate} in appendix A of the PostgreSQL manual.`,
  },
}
