import type { Pages } from '../../page.ts'

/** Statements that the server refused, and the embedded database. */
export const databasePages: Pages['errors'] = {
  'DATABASE-DEADLOCK': {
    why: 'Two sessions each held what the other waited for, so the server ended one of them. Usually an application took locks in another order at that moment.',
    fix: 'Run the command again: nothing of this transaction was kept.',
  },
  'DATABASE-DISK-FULL': {
    why: 'The server could not write a file. A change that rewrites a table or builds an index needs about as much free space as the table has.',
    fix: 'Look at the biggest tables with `SELECT relname, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class ORDER BY pg_total_relation_size(oid) DESC LIMIT 10`. Old replication slots keep log files, too.',
  },
  'DATABASE-LOCK-TIMEOUT': {
    why: 'Another session holds a lock that this statement needs. It gave up instead of waiting, because whoever waits for a strong lock makes everybody behind it wait as well.',
    fix: 'Find long transactions: `SELECT pid, xact_start, query FROM pg_stat_activity ORDER BY xact_start LIMIT 5`.',
  },
  'DATABASE-MEMORY': {
    why: '"out of shared memory" means that one transaction holds more locks than the server has room for; every table, index and partition counts. "out of memory" means the machine itself.',
    fix: 'Raise max_locks_per_transaction (256, for example) and restart the server.',
  },
  'DATABASE-OBJECT-MISSING': {
    why: 'A statement names a function, type, operator or extension that this database does not have, or not in the schemas of its search_path.',
    fix: 'Add the extension to the models (`CREATE EXTENSION …` in a .sql file), or write the schema before the name.',
  },
  'DATABASE-PERMISSION': {
    why: 'The role of the connection may not do this. Only owners may change tables; making one needs CREATE on its schema, which PostgreSQL 15 and newer give to the owner of the database alone.',
    fix: '`trueup doctor` lists which privileges are missing, with the GRANT for each.',
  },
  'DATABASE-READ-ONLY': {
    why: 'The session may only read: the server is a replica, or default_transaction_read_only is on. Hosted databases turn it on when a disk is nearly full.',
    fix: '`SELECT pg_is_in_recovery()` tells whether it is a replica.',
  },
  'DATABASE-REFUSED': {
    why: 'PostgreSQL refused a statement for a reason that has no page of its own. The message is its own; SQLSTATE says what kind it is.',
    fix: 'Find the five letters in appendix A of the PostgreSQL manual.',
  },
  'DATABASE-RELATION-MISSING': {
    why: 'A statement names a table, view or sequence that is not there: it was dropped meanwhile, is called otherwise, or lies in a schema outside the search_path.',
    fix: '`trueup verify` shows which tables of the models are missing, and `trueup create` makes them in the right order.',
  },
  'DATABASE-STATEMENT-TIMEOUT': {
    why: 'A limit set for the role, the database or the server ended the statement, or somebody cancelled it.',
    fix: "See where the limit comes from: `SELECT name, setting, source FROM pg_settings WHERE name = 'statement_timeout'`.",
  },
  'EMBEDDED-FAILED': {
    why: 'The embedded PostgreSQL runs inside this process and ended by itself: the disk is full, memory ran out, or a file of its folder is damaged.',
    fix: 'If it fails again after making room, start from a new folder. Only what was acknowledged before is in the old one.',
  },
  'EMBEDDED-FOLDER': {
    why: 'The folder of the embedded database cannot be made, read or written.',
    fix: 'Check who owns it: a run as root or in a container may have made it for another user.',
  },
  'EMBEDDED-IN-USE': {
    why: 'An embedded database belongs to one process at a time. PGlite has no lock of its own, and two processes at once lose data without a word; so a lock file beside the folder keeps the second one out.',
    fix: 'A development server that runs in another terminal is the usual holder.',
  },
  'EMBEDDED-LOCKED-ELSEWHERE': {
    why: 'The lock file was written on another machine, over a shared disk or in a container, so it cannot be seen from here whether that process still lives.',
    fix: 'Remove the file only when you know that the machine or container is gone.',
  },
  'EMBEDDED-LOCK-UNREADABLE': {
    why: 'There is a lock file and it does not say who wrote it; a disk that was full at that moment leaves such a file.',
    fix: 'When no process works with the folder, remove the lock file.',
  },
  'EMBEDDED-NOT-A-DATABASE': {
    why: 'The folder has files in it that are not those of a database. Nothing is ever written into such a folder.',
    fix: 'Name a folder that is empty or does not exist yet.',
  },
  'EMBEDDED-VERSION': {
    why: 'The files of one major version of PostgreSQL cannot be read by another, and an update of this tool brought a newer one.',
    fix: 'Take a dump with the version that made it (`npm ls @electric-sql/pglite` in its project), and load that into a new folder. Throw-away data is simply made again.',
  },
}
