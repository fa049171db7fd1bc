import type { Pages } from '../../page.ts'

/** Creating, deciding, planning, rehearsing and applying. */
export const planPages: Pages['errors'] = {
  'APPLY-LOCK': {
    why: 'A step needs a lock that another session holds. It is tried again for a while, each time for a moment only, so that nobody queues up behind it; then it gives up.',
    fix: 'The detail names who is in the way. A session "idle in transaction" usually belongs to an application that forgot to commit.',
  },
  'APPLY-NEEDS-YES': {
    why: 'A change of a database is asked about once. Without a terminal nobody can answer.',
    fix: 'In scripts add --yes, best together with a plan file that somebody has reviewed.',
  },
  'APPLY-NOT-PROVED': {
    why: 'Before the commit the database is read back, and it was not what the models say. So everything was rolled back. An event trigger that changes new objects can do that; otherwise it is a mistake of this tool.',
    fix: 'Look at the named objects with `trueup plan`, and at the event triggers of the database.',
  },
  'APPLY-STALE': {
    why: 'Between planning and applying somebody changed what the plan touches.',
    fix: 'Plan again. If it happens each time, something else changes the schema: another deployment, or a framework at its start.',
  },
  'APPLY-STEP': {
    why: 'PostgreSQL refused a step of the plan. The statement is shown; the transaction that it was in was rolled back.',
    fix: 'Correct what the message names and run the command again: it looks at the database as it is now.',
  },
  'APPLY-STOPPED': {
    why: 'You asked the run to stop. It ended the step that it was in and left everything in a state that works.',
    fix: 'The same command goes on later with what is left.',
  },
  'CREATE-NAME-TAKEN': {
    why: 'A table that is to be made refers to another one, and something that is not a table has the name of that one.',
    fix: 'Rename either of them. A view cannot be the target of a foreign key.',
  },
  'CREATE-NEEDS-TABLE': {
    why: 'With --only some tables alone are made, and one of them refers to a table that is missing and was not asked for.',
    fix: 'Ask for both, or for all that is missing.',
  },
  'CREATE-NEEDS-YES': {
    why: 'In production creating is asked about first, and without a terminal nobody can answer.',
    fix: 'See what would be made with --dry-run, then add --yes.',
  },
  'CREATE-NOT-PROVED': {
    why: 'What was created was read back before the commit, and it was not what the models say. Everything was rolled back.',
    fix: 'Look for event triggers that change new tables, and for default settings such as default_tablespace or default_table_access_method.',
  },
  'CREATE-ONLY-WITHOUT-MISSING': {
    why: '--only chooses among the missing tables. Without --missing, all tables are meant.',
    fix: 'Write both.',
  },
  'CREATE-STATEMENT': {
    why: 'PostgreSQL refused a statement while the tables were made. All of them are one transaction, so none was made.',
    fix: 'An existing table whose column has another type than the models say is the usual cause of a foreign key that cannot be made.',
  },
  'CREATE-UNKNOWN-TABLE': {
    why: '--only names a table that the models do not have.',
    fix: 'Write names as the database has them, not as the models export them.',
  },
  'DECISION-DROPS': { why: '--drops says how accepted drops are carried out.', fix: 'Write now or park.' },
  'DECISION-SCRIPT-PARKS': {
    why: 'What a plan drops is parked, and the journal in the database knows where. `plan --sql` prints statements for psql, which write no journal: what they park could be neither listed nor brought back by trueup.',
    fix: 'Apply the plan with `npx trueup apply`. For a script, add `--drops now`, after a backup: the script drops for good.',
  },
  'DECISION-DROPS-IN-PRODUCTION': {
    why: '`drops` accepts whatever this plan would drop, seen or not. That is for databases that can be thrown away.',
    fix: 'Name each object: `--accept drop:public.users.age`.',
  },
  'DECISION-FILE': {
    why: 'The decisions file is not there or cannot be read.',
    fix: 'Paths start at the folder in which the command runs.',
  },
  'DECISION-FORM': {
    why: 'A decision is a word, a colon, and an object as the database has it now.',
    fix: 'Names with capitals or spaces are quoted as in SQL: `drop:public."Old table"`. In a shell put single quotes around the whole.',
  },
  'DECISION-RENAME': {
    why: 'A rename leads from a name that the database has to one that the models have. One of the two is not so, or the new name is taken.',
    fix: 'Write the new name alone, without its schema.',
  },
  'DECISION-RENAME-KIND': {
    why: 'Renames are for what holds rows or is referred to: tables, columns, types, sequences and the like. Anything else is simply made anew.',
    fix: 'Accept its drop.',
  },
  'DECISION-UNKNOWN': {
    why: 'The decision names an object that the database does not have. Perhaps it was carried out already.',
    fix: '`trueup plan` lists the open questions with the very words that answer them.',
  },
  'JOURNAL-DENIED': {
    why: 'A plan of several transactions writes down how far it is, so that a run that was cut off can go on. The role may not make the schema in which that is kept.',
    fix: 'The grant of the hint is needed once.',
  },
  'JOURNAL-NEWER': {
    why: 'A newer version of this tool has worked on the database and wrote its journal in a form that this one cannot read. Going on could contradict what it left.',
    fix: 'Use the same version everywhere: in the lock file of the project, and in what deploys it.',
  },
  'PLAN-FILE-DAMAGED': {
    why: 'The file is not what `trueup plan --out` wrote: it was edited, cut off, or comes from another version. A plan is reviewed as it is, so a changed one is not run.',
    fix: 'Change the models or the decisions, and make the plan again.',
  },
  'PLAN-FILE-UNREADABLE': {
    why: 'The plan file is not there or cannot be read.',
    fix: 'Paths start at the folder in which the command runs.',
  },
  'PLAN-FILE-UNWRITABLE': {
    why: 'The folder is not there, or may not be written.',
    fix: 'Make the folder first.',
  },
  'PLAN-OTHER-DATABASE': {
    why: 'A plan belongs to the database that it was made for. Another one of the same shape may have other rows.',
    fix: 'Make a plan for each environment.',
  },
  'PLAN-ROLES': {
    why: 'Owners, grants or policies of the models name roles that this server does not have.',
    fix: 'Create them, or leave grants out of the comparison (they are only compared with --grants).',
  },
  'PLAN-ROWS': {
    why: 'The rows that are there do not fit what the models ask for: nulls where none may be, values that occur twice, references to nothing, texts that are no numbers. They were asked before anything was changed.',
    fix: [
      'Look at the examples of the message and correct the rows.',
      'Or say what they should become: `--accept backfill:public.users.email="\'unknown@\' || id"` fills in what is missing, `--accept using:public.orders.total="total::numeric"` says how values are converted.',
      'Or let the models ask for less.',
    ],
  },
  'PLAN-STALE': {
    why: 'Objects that the plan touches or depends on are not any more as they were when it was made. Changes elsewhere do not matter.',
    fix: 'Make the plan again, and compare the two.',
  },
  'PLAN-SUBSCRIPTION-CONNECTS': {
    why: 'Some options of a subscription can only be changed together with the publisher, over a connection from server to server.',
    fix: 'Do it by hand as the hint says, then plan again.',
  },
  'PLAN-UNDECIDED': {
    why: 'Something would be lost, or something may have been renamed, and nobody has said so. A wrong guess loses data, so none is made.',
    fix: [
      'Each question lists its answers: give one with --accept.',
      'In a terminal the command asks.',
      'Decisions that belong to the models stand there: `renamedFrom` in the companion.',
    ],
  },
  'REHEARSAL-DIFFERS': {
    why: 'The plan was run on a copy, and what came out was not what the models say. The database itself was not touched.',
    fix: 'It is a mistake of this tool: please report it with `trueup plan --sql`.',
  },
  'REHEARSAL-LOCK': {
    why: 'A step took a stronger lock on the copy than the plan says. Whoever reviewed the plan would have been told the wrong thing.',
    fix: 'It is a mistake of this tool: please report the statement.',
  },
  'REHEARSAL-NOT-EMPTY': {
    why: 'The database for the rehearsal is cleaned afterwards, so it must be empty before.',
    fix: 'Create one for the purpose: `CREATE DATABASE rehearsal`, or a fresh branch.',
  },
  'REHEARSAL-SAME-DATABASE': {
    why: 'The rehearsal would run on the very database that it is meant to protect.',
    fix: 'Name another one.',
  },
  'REHEARSAL-STEP': {
    why: 'A step failed on the copy. The database itself was not touched.',
    fix: 'Where the copy lacks something that the server has, rehearse elsewhere with --rehearse-on, or not at all with --no-rehearsal. Otherwise please report it.',
  },
  'RUN-LOCK-BUSY': {
    why: 'One run at a time may change a database, and another one holds the lock.',
    fix: '`trueup runs` shows it at work; `trueup unlock` frees a lock that nobody is behind any more.',
  },
  'RUN-LOCK-LOST': {
    why: 'The run could not renew its lock in time (a stalled machine, a lost connection), so another one may have begun. It stopped instead of working beside it.',
    fix: 'Run the command again: it goes on from what is there.',
  },
  'RUN-NOT-AT-WORK': {
    why: 'The run has ended, or belongs to another database.',
    fix: 'The first line of the command names the database that was asked.',
  },
  'RUN-UNKNOWN': {
    why: 'The journal has no run of this number. Each database counts its own.',
    fix: '`trueup history` lists them.',
  },
  'SECRET-UNKNOWN': {
    why: 'Passwords of user mappings and connection strings of subscriptions never get into plans, only marks that stand for them. The plan needs one, and its source is not at hand.',
    fix: 'Give the source again with --schema when applying.',
  },
}
