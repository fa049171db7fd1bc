/** A change with every kind of step: one transaction, transactions of their own, none at all, and batches. */
export const files = {
  'old.sql': `
    CREATE TYPE mood AS ENUM ('calm');
    CREATE TYPE grade AS ENUM ('low', 'high', 'none');
    CREATE TABLE teams (id int PRIMARY KEY);
    CREATE TABLE people (
      id int PRIMARY KEY, team int, email text, mood mood NOT NULL DEFAULT 'calm', visits int NOT NULL, old_note text,
      grade grade NOT NULL DEFAULT 'low');
    CREATE INDEX people_note ON people (old_note);`,
  'new.sql': `
    CREATE TYPE mood AS ENUM ('calm', 'glad');
    CREATE TYPE grade AS ENUM ('low', 'high');
    CREATE TABLE teams (id int PRIMARY KEY, name text);
    CREATE TABLE people (
      id int PRIMARY KEY, team int REFERENCES teams, email text NOT NULL, mood mood NOT NULL DEFAULT 'glad',
      visits bigint NOT NULL, old_note text, token uuid NOT NULL DEFAULT gen_random_uuid(),
      grade grade NOT NULL DEFAULT 'low', number int GENERATED ALWAYS AS IDENTITY,
      CONSTRAINT visits_counted CHECK (visits >= 0));
    CREATE UNIQUE INDEX people_email ON people (email);
    CREATE TABLE badges (id int PRIMARY KEY, person int REFERENCES people);`,
}

/** What the change takes away on purpose. */
export const accepted = 'drops'

const rows = 12_000

export const seed = `
  INSERT INTO teams SELECT i FROM generate_series(1, 100) i;
  INSERT INTO people SELECT i, 1 + i % 100, 'p' || i || '@example.org', 'calm', i * 7, 'note ' || i, 'high'
    FROM generate_series(1, ${rows}) i;
  ANALYZE people, teams`

/** One line that is the same as long as no value of a row is lost. */
export const digest = `SELECT count(*), md5(string_agg(concat_ws('|', id, team, email, mood, visits, old_note, grade), ',' ORDER BY id))
  FROM people`

/** What must be empty after a run: helpers of ours, invalid indexes, constraints not yet valid. */
export const remains = `
  SELECT relname FROM pg_class WHERE relname ~ '^_?trueup_' AND relnamespace <> to_regnamespace('trueup')
  UNION ALL SELECT attname FROM pg_attribute WHERE attname ~ '^_?trueup_' AND NOT attisdropped
  UNION ALL SELECT proname FROM pg_proc WHERE proname ~ '^_?trueup_'
  UNION ALL SELECT tgname FROM pg_trigger WHERE tgname ~ '^_?trueup_'
  UNION ALL SELECT conname FROM pg_constraint WHERE conname ~ '^_?trueup_' OR NOT convalidated
  UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid
  UNION ALL SELECT 'two rows have one number' FROM people HAVING count(*) <> count(DISTINCT number)`
