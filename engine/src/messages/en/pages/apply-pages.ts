import type { Pages } from '../../page.ts'

export const applyPages: Pages['errors'] = {
  'APPLY-LOCK': {
    why: [
      'The step needs a lock on a table that somebody else has been using for all this time. Most often it is a transaction that was opened and forgotten (`idle in transaction`), a long report, or a dump.',
      'While it waited, other sessions never queued behind it for longer than `--lock-timeout`: each try gives up quickly, and none is made while those in the way are known to be still there. What is shown of their statements has its values taken out.',
    ],
    fix: [
      'Look at the sessions that are named: end the forgotten one, or wait for the report.',
      '`--lock-wait 30m` waits longer; running the command again later does the same.',
      '`--terminate-blockers-after 1m` ends sessions that have been in the way for a minute. Their transactions are rolled back.',
      'A prepared transaction has no session: `ROLLBACK PREPARED` or `COMMIT PREPARED` ends it.',
    ],
  },
  'APPLY-STOPPED': {
    why: 'Ctrl-C or SIGTERM asked the run to stop. It finished nothing halfway: the statement at work was cancelled and rolled back, an unfinished index was taken away, and the batches of a backfill that were committed stay.',
    fix: 'Run the command again. It looks at the database, and its plan begins where this run stopped.',
  },
  'APPLY-UNFILLED': {
    why: 'The rows that are there get their new values by an UPDATE, a part of the table at a time, and whether all have theirs is asked at the end. Some do not take theirs: a BEFORE UPDATE trigger returns NULL or sets the old value again, or a rule does something else instead. The run stopped before anything that needs these values; the old values are all there.',
    fix: [
      'Find the trigger or rule: `SELECT tgname FROM pg_trigger` for the table that is named, or `\\d` in psql.',
      'Change it in the models so that it lets this UPDATE pass, and run the command again: it goes on from here. Disabling it in the database alone does not help, because the run enables it again.',
    ],
  },
  'USAGE-COUNT': {
    why: 'The option takes a number of sessions.',
    fix: 'Write the number in digits: `--max-load 20`.',
  },
}
