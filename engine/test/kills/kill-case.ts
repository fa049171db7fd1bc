/** A change with every kind of step: one transaction, transactions of their own, none at all, and batches. */
export const files = {
  'old.sql': `
    CREATE TYPE mood AS ENUM ('calm');
    CREATE TYPE grade AS ENUM ('low', 'high', 'none');
    CREATE TABLE teams (id int PRIMARY KEY);
    CREATE TABLE people (
      id int PRIMARY KEY, team int, email text, mood mood NOT NULL DEFAULT 'calm', visits int NOT NULL, old_note text,
      grade grade NOT NULL DEFAULT 'low', draft text);
    CREATE TABLE scraps (id int PRIMARY KEY, person int REFERENCES people, body text);
    CREATE TABLE stays (day int NOT NULL, person int) PARTITION BY RANGE (day);
    CREATE TABLE stays_old PARTITION OF stays FOR VALUES FROM (0) TO (10);
    CREATE TABLE trips (day int NOT NULL, person int) PARTITION BY RANGE (day);
    CREATE TABLE trips_old (day int NOT NULL, person int);
    CREATE TABLE tours (
      day int NOT NULL, miles int CHECK (miles >= 0), team int REFERENCES teams, PRIMARY KEY (miles, day)
    ) PARTITION BY RANGE (day);
    CREATE TABLE tours_1 PARTITION OF tours FOR VALUES FROM (0) TO (5);
    CREATE TABLE tours_2 PARTITION OF tours DEFAULT;
    CREATE INDEX tours_miles ON tours (miles);
    CREATE INDEX people_note ON people (old_note);`,
  'new.sql': `
    CREATE TYPE mood AS ENUM ('calm', 'glad');
    CREATE TYPE grade AS ENUM ('low', 'high');
    CREATE TABLE teams (id int PRIMARY KEY, name text);
    CREATE TABLE people (
      id int PRIMARY KEY, team int REFERENCES teams, email text NOT NULL, mood mood NOT NULL DEFAULT 'glad',
      visits bigint NOT NULL, old_note text, token uuid NOT NULL DEFAULT gen_random_uuid(),
      grade grade NOT NULL DEFAULT 'low', number int GENERATED ALWAYS AS IDENTITY,
      CONSTRAINT visits_counted CHECK (visits >= 0), CONSTRAINT people_token UNIQUE (token));
    CREATE TABLE stays (day int NOT NULL, person int) PARTITION BY RANGE (day);
    CREATE TABLE stays_old (day int NOT NULL, person int);
    CREATE TABLE trips (day int NOT NULL, person int) PARTITION BY RANGE (day);
    CREATE TABLE trips_old PARTITION OF trips FOR VALUES FROM (0) TO (10);
    CREATE TABLE tours (
      day int NOT NULL, miles bigint CHECK (miles >= 0), team bigint REFERENCES teams,
      mark uuid NOT NULL DEFAULT gen_random_uuid(), PRIMARY KEY (miles, day)
    ) PARTITION BY RANGE (day);
    CREATE TABLE tours_1 PARTITION OF tours FOR VALUES FROM (0) TO (5);
    CREATE TABLE tours_2 PARTITION OF tours DEFAULT;
    CREATE INDEX tours_miles ON tours (miles);
    CREATE UNIQUE INDEX people_email ON people (email);
    CREATE TABLE badges (id int PRIMARY KEY, person int REFERENCES people);`,
}

/** What the change takes away on purpose. */
export const accepted = 'drops'

const rows = 12_000

export const seed = `
  INSERT INTO teams SELECT i FROM generate_series(1, 100) i;
  INSERT INTO people SELECT i, 1 + i % 100, 'p' || i || '@example.org', 'calm', i * 7, 'note ' || i, 'high', 'draft ' || i
    FROM generate_series(1, ${rows}) i;
  INSERT INTO scraps SELECT i, i, 'scrap ' || i FROM generate_series(1, 100) i;
  INSERT INTO stays_old SELECT i % 10, i FROM generate_series(1, ${rows}) i;
  INSERT INTO trips_old SELECT i % 10, i FROM generate_series(1, ${rows}) i;
  INSERT INTO tours SELECT i % 10, i, 1 + i % 100 FROM generate_series(1, ${rows}) i;
  ANALYZE people, teams, stays_old, trips_old, tours`

/** One line that is the same as long as no value of a row is lost. */
export const digest = `SELECT count(*), md5(string_agg(concat_ws('|', id, team, email, mood, visits, old_note, grade), ',' ORDER BY id)),
    (SELECT concat(count(*), sum(day * person)) FROM stays_old),
    (SELECT concat(count(*), sum(day * person)) FROM trips_old),
    (SELECT concat(count(*), sum(day * miles * team)) FROM tours)
  FROM people`

/** Written between the change and its undo, as an application would. */
export const since = `
  INSERT INTO people (id, team, email, mood, visits) VALUES (${rows + 1}, 1, 'late@example.org', 'calm', 5);
  INSERT INTO badges VALUES (1, ${rows + 1})`

/** The same for what the change takes away. */
export const lostDigest = `SELECT
  (SELECT md5(string_agg(id || draft, ',' ORDER BY id)) FROM people WHERE id <= ${rows}),
  (SELECT md5(string_agg(id || body || person, ',' ORDER BY id)) FROM scraps)`

/** What must be empty after a run: helpers of ours, invalid indexes, constraints not yet valid. What is parked may be. */
export const remains = `
  SELECT name FROM (
    SELECT relname FROM pg_class WHERE relnamespace <> to_regnamespace('trueup')
    UNION ALL SELECT attname FROM pg_attribute WHERE NOT attisdropped
    UNION ALL SELECT proname FROM pg_proc
    UNION ALL SELECT tgname FROM pg_trigger
    UNION ALL SELECT conname FROM pg_constraint) AS names (name)
  WHERE name ~ '^_?trueup_' AND name !~ '^trueup_parked(_|$)'
  UNION ALL SELECT conname FROM pg_constraint WHERE NOT convalidated
  UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid`

/** The same, once the change has numbered the rows. */
export const numberedTwice = `
  SELECT 'two rows have one number' FROM people HAVING count(*) <> count(DISTINCT number)`
