import type { Pages } from '../../page.ts'

export const hazardPages: Pages['hazards'] = {
  'blocking-index-build': {
    title: 'Building an index blocks every write to its table until it is done.',
    why: [
      'A plain `CREATE INDEX` holds a SHARE lock on the table: reads go on, inserts, updates and deletes wait. On a table of ten million rows that is usually tens of seconds to minutes.',
      'The index of an exclusion constraint keeps readers out as well, and has no other way: `ALTER TABLE … ADD CONSTRAINT … EXCLUDE` builds it under an ACCESS EXCLUSIVE lock.',
    ],
    fix: [
      'On a table in use, build it with `CONCURRENTLY`: it takes longer and blocks nobody. It cannot run inside a transaction, and when it fails it leaves an invalid index, which must be dropped before the next try.',
      'Or run the plan when nobody writes to the table.',
    ],
    example: 'CREATE INDEX CONCURRENTLY users_email_ix ON public.users (email);',
  },
  'busy-table-lock': {
    title: 'The step locks a table that others are using at this moment.',
    why: [
      'A lock that conflicts with readers or writers waits until every transaction that uses the table has ended; and whoever comes after waits behind it, even a plain `SELECT`. One forgotten session with an open transaction can so stop the whole application.',
      'The plan says so when other sessions hold a lock on the table right now, or when it was scanned ten times a second or more on average (`pg_locks`, `pg_stat_user_tables`).',
    ],
    fix: [
      'The lock timeout of the step (5 s) ends the wait before it hurts; the run then tries again. Leave it in place.',
      'Look for long transactions first: `SELECT pid, state, xact_start, query FROM pg_stat_activity ORDER BY xact_start`.',
      'Run the plan when less is going on.',
    ],
    example: `SELECT a.pid, a.state, now() - a.xact_start AS open_for, a.query
FROM pg_stat_activity a
JOIN pg_locks l USING (pid)
WHERE l.relation = 'public.users'::regclass;`,
  },
  'column-moves-to-the-end': {
    title: 'A column stands behind all others afterwards.',
    why: 'On a table in use a column gets its new type by a second one, which is filled while everybody works and then takes the name of the first. PostgreSQL puts a new column last. Statements that name their columns notice nothing; an INSERT without a list of columns, and COPY without one, put their values into other columns from the commit on, and `SELECT *` gives them in another order.',
    fix: [
      'Name the columns in every INSERT and COPY: a column that is added or dropped would break them as well.',
      'Programs that read `SELECT *` by position ask for the columns by name.',
    ],
    example: `INSERT INTO public.users (id, nick, age) VALUES (1, 'mina', 30);`,
  },
  'constraint-on-rows': {
    title: 'A constraint is asked of rows that are there already.',
    why: 'All rows of now are tried before anything is changed, and rows in the way end the run with exit code 5. Between that and the step others may still write a row that does not fulfil the constraint; the step then fails and its transaction is rolled back.',
    fix: [
      'Let the application keep the rule before the database does.',
      'Add the constraint `NOT VALID` first: it holds for new rows from then on, and `VALIDATE CONSTRAINT` looks at the old ones later.',
    ],
    example: `ALTER TABLE public.users ADD CONSTRAINT users_age_check CHECK (age >= 0) NOT VALID;
ALTER TABLE public.users VALIDATE CONSTRAINT users_age_check;`,
  },
  'data-loss': {
    title: 'A table, a column, a sequence or an attribute of a type goes, with what it holds.',
    why: 'The database has an object that the models do not have. Dropping it removes its rows or values for good; only a backup brings them back.',
    fix: [
      'If it was renamed in the models, say so: `--accept rename:public.users.nick=nickname`, or `renamedFrom` in the model. A rename keeps every row.',
      'If it is still needed, write it into the models.',
      'If it may go, accept that very object by name: `--accept drop:public.users.age`. Make a backup first.',
    ],
  },
  'dropped-index-in-use': {
    title: 'An index goes that queries have been using.',
    why: 'The server counts how often it scanned each index (`pg_stat_user_indexes.idx_scan`). This one was used; without it the same queries read the whole table, which on a large one turns milliseconds into minutes.',
    fix: [
      'Find the queries first: those that filter or sort by the first columns of the index.',
      'Keep the index in the models, or make sure that another index serves the same queries.',
      'Counts go back to the last reset and include maintenance queries: a low number may be nobody.',
    ],
    example: `SELECT indexrelname, idx_scan, last_idx_scan
FROM pg_stat_user_indexes
WHERE relname = 'users';`,
  },
  'enum-value-removal': {
    title: 'A value of an enum goes.',
    why: 'PostgreSQL can add and rename values of an enum and cannot remove one. The type is made anew without it, and every column of that type is written anew under a lock that nobody passes. Rows that have the value stop the run before it begins.',
    fix: [
      'Was it renamed? Say so: `--accept rename:public.mood.sad=unhappy`. A rename changes no row.',
      'Give the rows another value first.',
      'Or leave the value in the type and forbid it with a check.',
    ],
    example: `UPDATE public.users SET mood = 'unhappy' WHERE mood = 'sad';`,
  },
  'fill-fires-triggers': {
    title: 'Filling the rows of a table fires its triggers.',
    why: 'Rows that are there get their values by UPDATE, and only a superuser could keep the triggers of a table from firing. One that sets `updated_at`, writes to a log or notifies somebody does so for every row. Where a column of a table in use comes or gets another type, what triggers `BEFORE UPDATE … FOR EACH ROW` change in the row is taken back at once; what else fires is told here.',
    fix: [
      'Tables in use are filled in transactions in which the setting `trueup.filling` is `on`: let the trigger ask for it, before this plan or in it.',
      'Or see that what the trigger does may be done for every row.',
    ],
    example: `CREATE TRIGGER log_change AFTER UPDATE ON public.users FOR EACH ROW
WHEN (current_setting('trueup.filling', true) IS DISTINCT FROM 'on')
EXECUTE FUNCTION public.log_change();`,
  },
  'foreign-key-without-index': {
    title: 'The columns of a foreign key have no index.',
    why: 'A foreign key is looked up by its own table in the index of the other one. The other way round PostgreSQL makes no index: whoever deletes a referenced row, or changes its key, makes the server read the whole referring table, for every single row.',
    fix: ['Add an index that begins with the columns of the key, in any order.'],
    example: 'CREATE INDEX likes_user_id_ix ON public.likes (user_id);',
  },
  'full-scan-under-lock': {
    title: 'Every row of a table is read while nobody can write to it.',
    why: '`ADD CONSTRAINT … CHECK`, `ADD FOREIGN KEY`, `SET NOT NULL` and `ATTACH PARTITION` look at every row, and hold a strong lock until they have seen the last one. A gigabyte takes some five seconds.',
    fix: [
      'Add the constraint `NOT VALID`, and validate it in a transaction of its own: that lock lets reads and writes pass.',
      '`SET NOT NULL` needs no scan where a validated `CHECK (column IS NOT NULL)` is there.',
      'For `ATTACH PARTITION`, first add a check that says what the bound says.',
    ],
    example: `ALTER TABLE public.users ADD CONSTRAINT users_email_set CHECK (email IS NOT NULL) NOT VALID;
ALTER TABLE public.users VALIDATE CONSTRAINT users_email_set;
ALTER TABLE public.users ALTER COLUMN email SET NOT NULL;
ALTER TABLE public.users DROP CONSTRAINT users_email_set;`,
  },
  'narrowing-cast': {
    title: 'A column gets a type that takes less than the old one.',
    why: 'Every value of now is tried before anything is changed: what does not fit, or would be cut off or rounded, ends the run with exit code 5. What an application writes until then is not known, and applications that are running may still write the old, wider values.',
    fix: [
      'Say what values should become: `--accept using:public.users.age=least(age, 150)`.',
      'Or keep the type and limit the values with a check, which is the cheaper change, too.',
    ],
    example: `ALTER TABLE public.users ADD CONSTRAINT users_nick_length CHECK (char_length(nick) <= 20);`,
  },
  'row-security-off': {
    title: 'Row level security of a table is turned off.',
    why: 'Policies stay where they are, and nobody asks them any more: every role that may read the table reads all of its rows at once. Tenants see each other.',
    fix: [
      'Make sure that the models mean it: `.enableRLS()` may have been lost from the table.',
      'Where the table is no longer shared, drop its policies as well, so that nobody relies on them.',
    ],
    example: 'ALTER TABLE public.documents ENABLE ROW LEVEL SECURITY;',
  },
  'security-definer-search-path': {
    title: 'A function runs with the rights of its owner and finds names where its caller says.',
    why: 'A `SECURITY DEFINER` function without a `search_path` of its own uses that of whoever calls it. Somebody who may create objects in any schema can put a function or table of the same name there, and the function uses it with the rights of its owner.',
    fix: [
      'Give the function a search path of its own, with `pg_temp` last.',
      'Or qualify every name in its body.',
    ],
    example: `ALTER FUNCTION public.grant_badge(bigint) SET search_path = public, pg_temp;`,
  },
  'sequence-overflow': {
    title: 'A key has used up more than half of its numbers.',
    why: 'An `integer` ends at 2,147,483,647. When the sequence reaches it every insert fails, usually without a warning, on the busiest table. Making the column a `bigint` then writes the whole table anew while the application is down.',
    fix: [
      'Make it `bigint` while there is time, together with the columns that refer to it.',
      'A new column filled in batches, kept up to date by a trigger and swapped in at the end, does it without stopping anybody.',
    ],
    example: `SELECT last_value FROM public.users_id_seq;`,
  },
  'subscribers-lack-column': {
    title: 'A published table gets a column.',
    why: 'Logical replication sends all columns of a table, and changes of tables it does not send. A subscriber whose table lacks one stops with an error at the first row and goes on only when the column is there. A column that gets another type while the table is in use counts too: until the swap a second one stands beside it, under a name that the plan shows, and every row is sent once more.',
    fix: [
      'Add the column at every subscriber first, under the name and with the type that the plan shows; there it may be dropped when the run is over and the subscribers have caught up.',
      'Or publish the table with a list of columns (since PostgreSQL 15).',
    ],
    example: `-- at the subscriber, before the run
ALTER TABLE public.users ADD COLUMN nickname text;`,
  },
  'table-rewrite': {
    title: 'A table is written anew, row by row, while nobody can read it.',
    why: 'Most changes of a type, a new column with a value of its own in every row, `SET UNLOGGED` and the like make PostgreSQL write a new copy of the table and of all its indexes under an ACCESS EXCLUSIVE lock. It takes as long as copying the table does, and as much room again.',
    fix: [
      'Changes that only widen are free: `varchar(50)` to `varchar(80)` or `text`, `numeric(8,2)` to `numeric(10,2)`.',
      'Otherwise add a new column, fill it in batches, and drop the old one later.',
      'A stored generated column has no other way: PostgreSQL makes no plain column a generated one. On PostgreSQL 18 a VIRTUAL one costs nothing; before, a plain column kept by a trigger can be filled in batches.',
      'Or run the plan in a maintenance window as long as the estimate says, and twice that.',
    ],
    example: `ALTER TABLE public.users ADD COLUMN age_new bigint;
UPDATE public.users SET age_new = age WHERE id BETWEEN 1 AND 10000;`,
  },
  'unique-on-duplicates': {
    title: 'Rows that are there must be unique from now on.',
    why: 'Two equal rows make the index build fail, at its end, after all the work. Rows of now are counted before anything is changed where the columns say it all; for indexes over expressions or with a condition they are not.',
    fix: [
      'Look for duplicates first, and decide which row stays.',
      'Let the application stop writing them before the index is built.',
    ],
    example: `SELECT lower(email), count(*)
FROM public.users
GROUP BY lower(email)
HAVING count(*) > 1;`,
  },
  'validation-in-transaction': {
    title: 'A constraint is validated in the transaction that added it.',
    why: '`NOT VALID` and `VALIDATE CONSTRAINT` are two statements so that the strong lock of the first need not be held during the scan of the second. Locks are kept until the commit: in one transaction nothing is gained.',
    fix: ['Commit between the two: validate in a transaction of its own.'],
    example: `BEGIN;
ALTER TABLE public.likes ADD CONSTRAINT likes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users NOT VALID;
COMMIT;
ALTER TABLE public.likes VALIDATE CONSTRAINT likes_user_id_fkey;`,
  },
  'visible-rename': {
    title: 'A name that applications use changes.',
    why: 'The rename itself takes a moment and keeps every row. Applications that are running still ask for the old name and fail from the commit on, until each of them has been replaced.',
    fix: [
      'Stop the application for the change, or release the new version at the same moment.',
      'Or in steps: let a view of the old name stand until nobody asks for it.',
    ],
    example: `ALTER TABLE public.users RENAME TO members;
CREATE VIEW public.users AS SELECT * FROM public.members;`,
  },
  'volatile-default': {
    title: 'A new column has a default that differs from row to row.',
    why: 'A constant default is kept once, in the catalog, and costs nothing. One like `gen_random_uuid()`, `clock_timestamp()` or `nextval(…)` must be worked out for every row that is there, so the whole table is written anew while nobody can read it.',
    fix: [
      'Add the column without a default, set the default for new rows, fill the old ones in batches.',
      '`now()` is the same for all rows of a statement, and costs nothing.',
    ],
    example: `ALTER TABLE public.users ADD COLUMN token uuid;
ALTER TABLE public.users ALTER COLUMN token SET DEFAULT gen_random_uuid();
UPDATE public.users SET token = gen_random_uuid() WHERE token IS NULL AND id BETWEEN 1 AND 10000;`,
  },
}
