import type { Pages } from '../../page.ts'

/** The database that a command is about: is it the one that was meant? */
export const targetPages: Pages['errors'] = {
  'TARGET-ENVIRONMENT': {
    why: [
      'The journal of a database remembers for which environment it is changed, together with the identity of the database: the system identifier of its server and its number there. This command was started for another environment. Most often a production URL has found its way into `.env`.',
      'A dump that was restored elsewhere is another database and is not mistaken for this one. A branch that shares the storage of its origin, as hosted PostgreSQL offers, has the same identity and must be reassigned once.',
    ],
    fix: [
      'Compare the URL that the detail names with the one that you meant.',
      'With --reassign the journal remembers the new environment from the next run on.',
    ],
  },
  'TARGET-REASSIGN': {
    why: 'Reassigning a database is written out on purpose: the environment behind --reassign must be the one that the command runs for.',
    fix: 'The environment comes from --env, then from APP_ENV in the process environment or in `.env`.',
  },
  'TARGET-REPLICA': {
    why: 'The server answers `true` to pg_is_in_recovery(): it follows another server, and everything in it is made there.',
    fix: 'Hosted PostgreSQL gives replicas an address of their own, often with "ro" or "replica" in its name. Use the one that writes.',
  },
  'TARGET-UNCONFIRMED': {
    why: 'In production --yes is too easily typed, or left in a script, for a plan that loses rows or columns. The name of the database is asked for, so that somebody has looked at which one it is.',
    fix: 'At a terminal you are asked for it. A script gives it with --confirm-database; it should be written there and not taken from the same variable as the URL.',
  },
}
